package gridrun.plan;

import gridrun.config.Structure;
import gridrun.data.Signature;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.nn.Architecture;
import gridrun.train.Memory;
import gridrun.trained.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

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
     * @param kind of its runs, on which all figures depend
     * @param parameters trainable numbers
     * @param flopsPerExample floating-point operations to train on one example, forward and backward
     * @param runBytes of the numbers that a run holds at its peak, all but its data
     * @param batchCounts whether a smaller batch takes fewer of them
     * @param evaluated the examples that are evaluated at a time where these take most of them, else 0
     * @param dataBytes of its data, which runs of one seed share
     * @param fileBytes of its data, which all runs share
     */
    public record Cost(RunSpec run, CostClass kind, long parameters, long flopsPerExample, long runBytes,
            boolean batchCounts, int evaluated, long dataBytes, long fileBytes) {

        private static Cost of(RunSpec run, CostClass kind) {
            Architecture architecture = kind.architecture();
            Signature data = kind.data();
            long examples = (long) data.train() + data.validation() + data.test();
            boolean shared = run.data().keepsBytes();
            long inputs = examples * data.input().size();
            Memory memory = memory(kind);
            return new Cost(run, kind, architecture.parameterCount(), architecture.flopsPerExample(),
                    memory.bytes(), memory.isOfTheBatch(), memory.isOfEvaluation() ? memory.evaluated() : 0,
                    Float.BYTES * (examples * data.task().width() + (shared ? 0 : inputs)), shared ? inputs : 0);
        }

        private static Memory memory(CostClass kind) {
            Signature data = kind.data();
            List<Integer> evaluated = new ArrayList<>(List.of(data.validation(), data.test()));
            if (data.isPlane()) {
                int side = Evaluation.side(kind.architecture());
                evaluated.add(side * side);
            }
            return Memory.of(kind.architecture(), kind.train(), kind.keepsWeights(), data.train(), evaluated);
        }

        /** The steps of an epoch. */
        public long stepsPerEpoch() {
            return kind.train().steps(kind.data().train());
        }

        private Cost with(RunSpec other) {
            return new Cost(other, kind, parameters, flopsPerExample, runBytes, batchCounts, evaluated, dataBytes,
                    fileBytes);
        }

        /** Floating-point operations to train on the examples of an epoch. */
        public long flopsPerEpoch() {
            return flopsPerExample * kind.train().trained(kind.data().train());
        }

        /**
         * The bytes of so many such runs at a time.
         *
         * @param dataSets how many data sets these runs have among them: each seed has its own
         */
        public long bytes(int atOnce, int dataSets) {
            return atOnce * runBytes + dataSets * dataBytes + fileBytes;
        }
    }

    /** Reckons the costs of all configurations. */
    public static Costs of(Experiment experiment) {
        Set<String> seen = new HashSet<>();
        Map<Object, Cost> known = new HashMap<>();
        return new Costs(experiment.runs().stream().filter(run -> seen.add(run.configId()))
                .map(run -> of(run, known)).toList());
    }

    private static Cost of(RunSpec run, Map<Object, Cost> known) {
        CostClass kind = CostClass.of(run);
        return known.computeIfAbsent(Structure.of(kind), structure -> Cost.of(run, kind)).with(run);
    }

    /** The least and the most of a figure. */
    public LongSummaryStatistics range(ToLongFunction<Cost> figure) {
        return all.stream().mapToLong(figure).summaryStatistics();
    }
}
