package gridrun.session;

import gridrun.observed.Profile;
import gridrun.plan.Job;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the time of an experiment's training steps went. Of runs whose steps compute the same, the quickest stands for
 * all: whatever else a machine or a compiler does can only add.
 *
 * @param kinds of steps that there are, the longest first; none where no run was trained to its end
 * @param runs of the experiment
 * @param atOnce how many runs at a time shared the machine while they were trained
 */
public record StepSurvey(List<Kind> kinds, int runs, int atOnce) {

    public StepSurvey {
        kinds = List.copyOf(kinds);
    }

    /**
     * Steps that compute the same, by the run that stands for them.
     *
     * @param apart whether they were timed beside the training, with the machine to themselves
     * @param directory where the profile is as files
     */
    public record Kind(Job job, Profile profile, boolean apart, Path directory) {
    }
}
