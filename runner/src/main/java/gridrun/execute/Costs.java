package gridrun.execute;

import gridrun.data.Signature;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.nn.Architecture;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.List;

/**
 * What the configurations of an experiment cost, reckoned from shapes alone before anything is trained.
 *
 * @param all one a configuration
 */
public record Costs(List<Cost> all) {

    /**
     * One configuration's cost.
     *
     * @param run one of its runs
     * @param parameters trainable numbers
     * @param flopsPerExample floating-point operations to train on one example, forward and backward
     * @param flopsPerEpoch the same for all training examples
     * @param bytes that a run holds at its peak
     * @param dataBytes of its data, which runs share
     */
    public record Cost(RunSpec run, long parameters, long flopsPerExample, long flopsPerEpoch, long bytes,
                       long dataBytes) {

        private static Cost of(RunSpec run) {
            Architecture architecture = run.architecture();
            Signature data = run.data().signature();
            int batch = run.train().batchSize().of(data.train());
            long flops = architecture.flopsPerExample();
            long examples = (long) data.train() + data.validation() + data.test();
            return new Cost(run, architecture.parameterCount(), flops, flops * data.train(),
                    architecture.trainingBytes(batch, run.train().optimizer().states()),
                    Float.BYTES * examples * (data.input().size() + architecture.units()));
        }

        /** The bytes of so many such runs at a time. */
        public long bytes(int atOnce) {
            return atOnce * bytes + dataBytes;
        }
    }

    /** Reckons the costs of all configurations. */
    public static Costs of(Experiment experiment) {
        Set<String> seen = new HashSet<>();
        return new Costs(experiment.runs().stream().filter(run -> seen.add(run.configId())).map(Cost::of).toList());
    }

    /** The least and the most of a figure. */
    public LongSummaryStatistics range(ToLongFunction<Cost> figure) {
        return all.stream().mapToLong(figure).summaryStatistics();
    }
}
