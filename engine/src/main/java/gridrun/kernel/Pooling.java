package gridrun.kernel;

import gridrun.tensor.Shape;

/** The geometry of a pooling: which pixels each window covers, and which windows cover each pixel. */
public final class Pooling {

    private final int batch;
    private final Window y;
    private final Window x;
    private final int channels;
    private final Cover rows;
    private final Cover columns;

    /**
     * The windows over each element of an axis, and the elements of each window, without padding.
     *
     * @param first the first window over an element
     * @param end behind the last one
     * @param from the first tap of a window that is no padding
     * @param to behind the last one
     */
    public record Cover(int[] first, int[] end, int[] from, int[] to) {

        private static Cover of(Window window) {
            Cover cover = new Cover(new int[window.size()], new int[window.size()],
                    new int[window.positions()], new int[window.positions()]);
            for (int i = 0; i < window.size(); i++) {
                cover.first[i] = Math.max(0, window.position(i + window.stride() - 1, window.taps() - 1));
                cover.end[i] = Math.min(window.positions(), window.position(i, 0) + 1);
            }
            for (int o = 0; o < window.positions(); o++) {
                cover.from[o] = Math.max(0, -window.element(o, 0));
                cover.to[o] = Math.min(window.taps(), window.size() - window.element(o, 0));
            }
            return cover;
        }
    }

    /**
     * Prepares a pooling.
     *
     * @param batch images
     * @param y the window along the height, not dilated
     * @param x the window along the width, not dilated
     * @param channels of the images and of the result
     */
    public Pooling(int batch, Window y, Window x, int channels) {
        this.batch = batch;
        this.y = y;
        this.x = x;
        this.channels = channels;
        this.rows = Cover.of(y);
        this.columns = Cover.of(x);
    }

    /** {@code [batch, height, width, channels]}. */
    public Shape input() {
        return Shape.of(batch, y.size(), x.size(), channels);
    }

    /** {@code [batch, result height, result width, channels]}. */
    public Shape output() {
        return Shape.of(batch, y.positions(), x.positions(), channels);
    }

    public int batch() {
        return batch;
    }

    public Window y() {
        return y;
    }

    public Window x() {
        return x;
    }

    public int channels() {
        return channels;
    }

    /** Along the height. */
    public Cover rows() {
        return rows;
    }

    /** Along the width. */
    public Cover columns() {
        return columns;
    }

    /** Pixels under a window that are no padding. */
    public int count(int oy, int ox) {
        return (rows.to[oy] - rows.from[oy]) * (columns.to[ox] - columns.from[ox]);
    }
}
