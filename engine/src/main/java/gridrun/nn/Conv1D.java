package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.init.Initializer;

/**
 * Convolution of sequences: each filter reads a window that slides over time, with the same weights everywhere.
 *
 * <ul><li>x {@code [batch, time, channels]}<li>W {@code [kernel size, channels / groups, filters]}<li>b
 * {@code [filters]}
 * <li>y {@code [batch, time', filters]}</ul>
 *
 * <p>With {@code padding: same}, {@code time'} is time / stride rounded up; with {@code valid} it is
 * (time - reach) / stride + 1, rounded down, where the kernel reaches over (kernel size - 1) dilation + 1 steps.
 *
 * <p>Source: Waibel, Hanazawa, Hinton, Shikano and Lang, Phoneme recognition using time-delay neural networks, 1989.
 *
 * <p>Example: {@code model: {layers: [{conv1d: {filters: 16, kernel_size: 5, dilation: 2}}, global_average_pooling]}}
 *
 * @param filters channels of the output
 * @param kernelSize steps in the window
 * @param strides steps from one window to the next
 * @param padding {@code same} puts zeros around the sequence, {@code valid} keeps windows inside
 * @param dilation steps from one element of the window to the next
 * @param groups parts of the channels, each read by its part of the filters
 * @param activation f; null for the model's
 * @param init of W; null for the model's
 * @param bias whether there is a b, which begins at zero
 * @param l1 λ of a penalty {@code λ Σ|w|} on W; null for the run's
 * @param l2 λ of a penalty {@code λ Σw²} on W; null for the run's
 */
public record Conv1D(
        int filters,
        @Default("3") int kernelSize,
        @Default("1") int strides,
        @Default("valid") Padding padding,
        @Default("1") int dilation,
        @Default("1") int groups,
        @Default("null") Activation activation,
        @Default("null") Initializer init,
        @Default("true") boolean bias,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Layer {

    public Conv1D {
        Check.positive("filters", filters);
        Extent.check("kernelSize", kernelSize);
        Extent.check("strides", strides);
        Extent.check("dilation", dilation);
        Check.positive("groups", groups);
        Dense.checkPenalty(l1, l2);
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Conv1D(filters, kernelSize, strides, padding, dilation, groups,
                activation == null ? modelActivation : activation, init == null ? modelInit : init, bias, l1, l2);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("conv1d");
        Images.requireSequence(graph, x);
        Node y = new Filters(filters, new Extent(1, kernelSize), new Extent(1, strides), padding,
                new Extent(1, dilation), groups, init, bias, new Penalty(l1, l2)).over(graph, x);
        return graph.output((activation == null ? new Linear() : activation).trace(graph, y));
    }
}
