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
 * Convolution of images: each filter reads a window that slides over the image, with the same weights everywhere.
 *
 * <ul><li>x {@code [batch, height, width, channels]}<li>W
 * {@code [kernel height, kernel width, channels / groups, filters]}
 * <li>b {@code [filters]}<li>y {@code [batch, height', width', filters]}</ul>
 *
 * <p>With {@code padding: same}, {@code height'} is height / stride rounded up; with {@code valid} it is
 * (height - reach) / stride + 1, rounded down, where the kernel reaches over (kernel height - 1) dilation + 1 rows.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998; groups:
 * Krizhevsky, Sutskever and Hinton, 2012; dilation: Yu and Koltun, 2016.
 *
 * <p>Example: {@code model: {layers: [{conv2d: {filters: 16, kernel_size: 3, padding: same}}, {max_pooling2d: 2},
 * flatten]}}
 *
 * @param filters channels of the output
 * @param kernelSize height and width of the window
 * @param strides pixels from one window to the next
 * @param padding {@code same} puts zeros around the image, {@code valid} keeps windows inside
 * @param dilation pixels from one element of the window to the next
 * @param groups parts of the channels, each read by its part of the filters
 * @param activation f; null for the model's
 * @param init of W; null for the model's
 * @param bias whether there is a b, which begins at zero
 * @param l1 λ of a penalty {@code λ Σ|w|} on W; null for the run's
 * @param l2 λ of a penalty {@code λ Σw²} on W; null for the run's
 */
public record Conv2D(
        int filters,
        @Default("3") Extent kernelSize,
        @Default("1") Extent strides,
        @Default("valid") Padding padding,
        @Default("1") Extent dilation,
        @Default("1") int groups,
        @Default("null") Activation activation,
        @Default("null") Initializer init,
        @Default("true") boolean bias,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Layer {

    public Conv2D {
        Check.positive("filters", filters);
        Check.positive("groups", groups);
        Dense.checkPenalty(l1, l2);
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Conv2D(filters, kernelSize, strides, padding, dilation, groups,
                activation == null ? modelActivation : activation, init == null ? modelInit : init, bias, l1, l2);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("conv2d");
        Images.requireImage(graph, x);
        Node y = new Filters(filters, kernelSize, strides, padding, dilation, groups, init, bias, new Penalty(l1, l2))
                .over(graph, x);
        return graph.output((activation == null ? new Linear() : activation).trace(graph, y));
    }
}
