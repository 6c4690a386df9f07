package gridrun.session;

import gridrun.artifact.Projections;
import gridrun.data.DataLoader;
import gridrun.execute.Profiles;
import gridrun.observed.Profile;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.session.StepSurvey.Kind;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out where the time of an experiment's steps went. */
final class Surveying {

    /** A run that stands for its like. */
    private record Timed(Job job, Profile profile, boolean apart) {

        private double microseconds() {
            return profile.stepMicroseconds();
        }
    }

    private final Store store;
    private final DataLoader loader;
    private final Profiles profiles;
    private final SessionListener listener;
    private final StopSignal stop;

    Surveying(Store store, DataLoader loader, Profiles profiles, SessionListener listener, StopSignal stop) {
        this.store = store;
        this.loader = loader;
        this.profiles = profiles;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Times beside the training what no run of this session has shown, for it is done or was short.
     *
     * @param runs of the plan as they stand now
     * @param atOnce how many runs at a time were trained
     * @param threads inside a run that is timed now
     * @return what was found; empty where that was to stop
     */
    Optional<StepSurvey> survey(Plan plan, List<Run> runs, int atOnce, int threads) throws IOException {
        Set<String> finished = runs.stream().filter(Run::hasResult).map(Run::runKey).collect(Collectors.toSet());
        List<Timed> timed = new ArrayList<>();
        for (List<Job> alike : Profiles.alike(plan.jobs())) {
            List<Job> done = alike.stream().filter(job -> finished.contains(job.runKey())).toList();
            if (!done.isEmpty() && !stop.noted()) {
                timed(done, threads).ifPresent(timed::add);
            }
        }
        timed.sort(Comparator.comparingDouble(Timed::microseconds).reversed());
        return stop.noted() ? Optional.empty() : Optional.of(new StepSurvey(timed.stream().map(each -> new Kind(
                each.job(), each.profile(), each.apart(),
                store.runDirectory(each.job().runKey()).resolve(Profiles.DIRECTORY))).toList(),
                plan.jobs().size(), atOnce));
    }

    /** The quickest of runs whose steps compute the same, which is timed now where none was for long enough. */
    private Optional<Timed> timed(List<Job> alike, int threads) throws IOException {
        Optional<Timed> quickest = alike.stream()
                .flatMap(job -> profiles.of(job).map(profile -> new Timed(job, profile, false)).stream())
                .min(Comparator.comparingDouble(Timed::microseconds));
        if (quickest.filter(timed -> !timed.profile().isShort()).isPresent()) {
            return quickest;
        }
        Job job = quickest.map(Timed::job).orElse(alike.get(0));
        listener.timing(job, Profiles.SAMPLE_SECONDS);
        profiles.sample(job, store, loader, threads, new Projections(listener::warned), stop);
        return profiles.of(job).map(profile -> new Timed(job, profile, true));
    }
}
