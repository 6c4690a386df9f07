package gridrun.train;

import gridrun.kernel.Kernels;
import gridrun.metric.Tallies;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset;
import gridrun.task.Inputs;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/** A data set as a network takes it: classes as rows of zeros with a one, and rows gathered into batches. */
public final class Examples {

    /** Examples evaluated at once. A constant, so that sums of losses do not depend on the batch size. */
    public static final int EVALUATION_BATCH = 256;

    /** Sees a batch that was run forward, whose first example is the one of that index. */
    @FunctionalInterface
    interface Visitor {
        void visit(Batch batch, int from);
    }

    /** Puts the inputs of {@code order[from], order[from + 1], …} into a tensor. */
    @FunctionalInterface
    private interface Rows {
        void gather(Kernels kernels, int[] order, int from, Tensor to);
    }

    private final Dataset data;
    private final Rows inputs;
    private final Tensor targets;
    private final double targetVariance;

    /**
     * Prepares a data set for the networks of an architecture.
     *
     * @throws Dataset.Unreadable where they cannot read the inputs
     */
    public Examples(Dataset data, Architecture architecture) {
        architecture.checkInputs(data);
        this.data = data;
        this.inputs = rows(data);
        int units = architecture.units();
        this.targets = Arena.view(encode(data, units), Shape.of(data.size(), units));
        this.targetVariance = data.task().isClassification() ? 0 : variance(data);
    }

    private static Rows rows(Dataset data) {
        if (data.stored() instanceof Inputs.Bytes bytes) {
            return (kernels, order, from, to) -> kernels.rows().gatherBytes(bytes.table(), order, from, to);
        }
        Tensor table = Arena.view(data.inputs(), Shape.of(data.size(), data.input().size()));
        return (kernels, order, from, to) -> kernels.rows().gather(table, order, from, to);
    }

    private static float[] encode(Dataset data, int units) {
        if (!data.task().isClassification() || units == 1) {
            return data.targets();
        }
        float[] rows = new float[data.size() * units];
        for (int i = 0; i < data.size(); i++) {
            rows[i * units + data.label(i)] = 1;
        }
        return rows;
    }

    int size() {
        return data.size();
    }

    /** The indices of so many examples, 0, 1, 2, …. */
    public static int[] inOrder(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Fills a batch with the examples {@code order[from], order[from + 1], …}. */
    public void fill(Kernels kernels, int[] order, int from, Batch batch) {
        inputs.gather(kernels, order, from, batch.input());
        kernels.rows().gather(targets, order, from, batch.target());
    }

    /** Fills tensors with the first examples of an order. */
    void fill(Kernels kernels, int[] order, Tensor input, Tensor target) {
        inputs.gather(kernels, order, 0, input);
        kernels.rows().gather(targets, order, 0, target);
    }

    /** Fills a batch's targets alone. */
    void fillTargets(Kernels kernels, int[] order, int from, Batch batch) {
        kernels.rows().gather(targets, order, from, batch.target());
    }

    /** Begins a pass over them. */
    void begin(Tallies tallies) {
        tallies.begin(targetVariance, data.scaling());
    }

    /** Evaluates a network on all of them. */
    void measure(Network network, Tallies tallies) {
        begin(tallies);
        forEachBatch(network, (batch, from) -> tallies.add(batch));
    }

    /** Runs a network forward on all of them, one batch after another. */
    void forEachBatch(Network network, Visitor visitor) {
        int[] inOrder = inOrder(size());
        for (int from = 0; from < inOrder.length; from += EVALUATION_BATCH) {
            Batch batch = network.evaluation(Math.min(EVALUATION_BATCH, inOrder.length - from));
            fill(network.kernels(), inOrder, from, batch);
            batch.program().forward(0);
            visitor.visit(batch, from);
        }
    }

    /** The mean squared deviation of real targets from their means, by column: what answering the mean would leave. */
    private static double variance(Dataset data) {
        int width = data.task().width();
        double total = 0;
        for (int column = 0; column < width; column++) {
            double first = data.targets()[column]; // equal values then have no variance at all, not that of rounding
            double mean = 0;
            for (int i = 0; i < data.size(); i++) {
                mean += (data.targets()[i * width + column] - first) / data.size();
            }
            for (int i = 0; i < data.size(); i++) {
                double difference = data.targets()[i * width + column] - first - mean;
                total += difference * difference;
            }
        }
        return total / ((double) data.size() * width);
    }
}
