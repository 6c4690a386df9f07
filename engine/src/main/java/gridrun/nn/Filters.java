package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Zeros;
import gridrun.kernel.Convolution;
import gridrun.kernel.Window;
import gridrun.tensor.Shape;

/** A convolution before its activation, of images and of sequences alike. */
record Filters(int count, Extent kernelSize, Extent strides, Padding padding, Extent dilation, int groups,
        Initializer init,
        boolean bias, Penalty penalty) {

    /**
     * Adds W and b to the layer that was entered last, and the convolution of x, {@code [batch, (height,) width,
     * channels]}.
     */
    Node over(Graph graph, Node x) {
        Shape shape = x.shape();
        graph.require(shape.last() % groups == 0 && count % groups == 0, shape.example(),
                "has %d channels for %d filters, of which".formatted(shape.last(), count),
                "%d groups do not divide both".formatted(groups));
        Window[] windows = Images.windows(graph, shape, "kernel_size", kernelSize, strides, dilation, padding);
        Convolution geometry = new Convolution(shape.dimension(0), windows[0], windows[1], shape.last(), count, groups);
        Shape weights = shape.rank() == 4 ? geometry.weights() : geometry.weights().example();
        Node w = graph.kernel("W", weights, init == null ? new GlorotUniform() : init, penalty);
        Node b = bias ? graph.bias("b", Shape.of(count), new Zeros()) : null;
        return graph.convolve(geometry, x, w, b, Images.result(shape, windows, count));
    }
}
