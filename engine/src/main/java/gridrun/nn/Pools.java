package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Pooling;
import gridrun.kernel.Window;
import gridrun.tensor.Shape;

/** The windows of a pooling, of images and of sequences alike. */
record Pools(Extent size, Extent strides, Padding padding) {

    private static final Extent CLOSE = Extent.of(1);

    /** One number a window of an image. */
    interface Operation {
        Node of(Pooling geometry, Node x, Shape result);
    }

    /** Windows of a sequence. */
    static Pools along(int size, Integer strides, Padding padding) {
        return new Pools(new Extent(1, size), new Extent(1, strides == null ? size : strides), padding);
    }

    /** Adds the pooling of x, {@code [batch, (height,) width, channels]}. */
    Node over(Graph graph, Node x, Operation operation) {
        Window[] windows = Images.windows(graph, x.shape(), "pool_size", size, strides, CLOSE, padding);
        return pool(x, windows, Images.result(x.shape(), windows, x.shape().last()), operation);
    }

    /** Adds the pooling of x with one window over each whole channel. */
    static Node whole(Node x, Operation operation) {
        Shape shape = x.shape();
        int batch = shape.dimension(0), channels = shape.last();
        Window[] windows = {Window.whole(1), Window.whole(shape.size() / batch / channels)};
        return pool(x, windows, Shape.of(batch, channels), operation);
    }

    private static Node pool(Node x, Window[] windows, Shape result, Operation operation) {
        return operation.of(new Pooling(x.shape().dimension(0), windows[0], windows[1], x.shape().last()), x, result);
    }
}
