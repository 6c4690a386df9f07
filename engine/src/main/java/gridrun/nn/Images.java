package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Window;
import gridrun.tensor.Shape;

/** Sequences {@code [batch, time, channels]} seen as images of one row, and windows over both. */
final class Images {

    private Images() {}

    static void requireImage(Graph graph, Node x) {
        graph.require(x.shape().rank() == 4, x.shape().example(), "is no image, which is", "[height, width, channels]");
    }

    static void requireSequence(Graph graph, Node x) {
        graph.require(x.shape().rank() == 3, x.shape().example(), "is no sequence, which is", "[time, channels]");
    }

    private static int height(Shape x) {
        return x.rank() == 4 ? x.dimension(1) : 1;
    }

    private static int width(Shape x) {
        return x.dimension(x.rank() - 2);
    }

    /**
     * The windows along height and width, where they fit.
     *
     * @param setting what makes them as large as they are
     */
    static Window[] windows(Graph graph, Shape x, String setting, Extent taps, Extent strides, Extent dilation,
            Padding padding) {
        int high = Window.reach(taps.height(), dilation.height()), wide = Window.reach(taps.width(), dilation.width());
        boolean fits = padding == Padding.SAME || high <= height(x) && wide <= width(x);
        graph.require(fits, x.example(), "is smaller than its window",
                "%s; a smaller %s or padding: same would do".formatted(
                        x.rank() == 4 ? Shape.of(high, wide) : Shape.of(wide), setting));
        return new Window[] {
            padding.window(height(x), taps.height(), strides.height(), dilation.height()),
            padding.window(width(x), taps.width(), strides.width(), dilation.width())};
    }

    /** The shape of what the windows make of x. */
    static Shape result(Shape x, Window[] windows, int channels) {
        return x.rank() == 4
                ? Shape.of(x.dimension(0), windows[0].positions(), windows[1].positions(), channels)
                : Shape.of(x.dimension(0), windows[1].positions(), channels);
    }
}
