package gridrun.plan;

import gridrun.checkpoint.CheckpointSpec;
import gridrun.checkpoint.RunIdentity;
import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.data.Splits;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunKey;
import gridrun.experiment.RunSpec;
import gridrun.metric.Metric;
import gridrun.store.DurableFiles;
import gridrun.train.Numerics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run with its identity.
 *
 * @param spec what the file says of it
 * @param runKey 64 hex digits
 * @param version what of the identity is neither configuration nor seed: the content of the data, the engine, and the
 *     metrics that were asked for
 * @param data the content of the data alone: what is loaded has to be that
 * @param checkpoint when it is saved
 */
public record Job(RunSpec spec, String runKey, String version, String data, CheckpointSpec checkpoint) {

    /** The jobs of an experiment, in the order of its plan. */
    public static List<Job> of(Experiment experiment) {
        Numerics versions = new Numerics();
        return experiment.runs().stream().map(run -> of(run, experiment.checkpoint(), versions)).toList();
    }

    private static Job of(RunSpec run, CheckpointSpec checkpoint, Numerics versions) {
        int numerics = versions.version(run.architecture(), run.train(), run.data().signature().train());
        String data = run.data().fingerprint();
        List<Metric> asked = run.train().asked(run.data().signature().task());
        return new Job(
                run, RunKey.of(run.configId(), run.seeds(), run.fold(), data, numerics, asked), data + " " + numerics
                        + asked.stream().map(Metric::name).sorted().map(name -> " " + name)
                                .collect(Collectors.joining()),
                data, checkpoint);
    }

    /**
     * The data that it was planned with.
     *
     * @throws DataLost if they have changed since, or cannot be read
     */
    public Splits data(DataLoader loader) throws IOException {
        return loader.planned(spec.data(), spec.seeds(), spec.fold(), data);
    }

    /** The run as its checkpoints know it. */
    public RunIdentity identity() {
        return new RunIdentity(spec.name(), runKey, spec.train().canBeExtended() ? lineage() : null, version,
                spec.train().epochs());
    }

    private String lineage() {
        return DurableFiles.sha256(String.join("\n", spec.lineage(), Long.toString(spec.seed()), version)
                .getBytes(StandardCharsets.UTF_8));
    }
}
