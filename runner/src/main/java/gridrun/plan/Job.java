package gridrun.plan;

import gridrun.experiment.Experiment;
import gridrun.experiment.RunKey;
import gridrun.experiment.RunSpec;
import gridrun.train.Numerics;
import java.util.List;

/**
 * A run with its identity.
 *
 * @param spec what the file says of it
 * @param runKey 64 hex digits
 * @param version what of the identity is neither configuration nor seed: the content of the data, and the engine
 */
public record Job(RunSpec spec, String runKey, String version) {

    /** The jobs of an experiment, in the order of its plan. */
    public static List<Job> of(Experiment experiment) {
        return experiment.runs().stream().map(Job::of).toList();
    }

    private static Job of(RunSpec run) {
        int numerics = Numerics.version(run.architecture(), run.train(), run.data().signature().train());
        String data = run.data().fingerprint();
        return new Job(run, RunKey.of(run.configId(), run.seed(), data, numerics), data + " " + numerics);
    }
}
