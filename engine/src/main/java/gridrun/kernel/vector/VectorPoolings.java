package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

import gridrun.kernel.Pooling;
import gridrun.kernel.Poolings;
import gridrun.tensor.Tensor;

/**
 * Poolings by vectors of channels. The last vector of a pixel reaches into the next ones, which are computed after it; only the
 * last pixels of all go through scratch memory.
 */
final class VectorPoolings implements Poolings {

    private float[] rest = new float[0];
    private float[] restTaps = new float[0];

    @Override
    public void max(Pooling g, Tensor x, Tensor y, Tensor taps) {
        max(g, x, y, taps, 0, g.batch() * g.y().positions());
    }

    @Override
    public void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx) {
        maxGradient(g, dy, taps, dx, 0, g.batch() * g.y().size());
    }

    @Override
    public void average(Pooling g, Tensor x, Tensor y) {
        average(g, x, y, 0, g.batch() * g.y().positions());
    }

    @Override
    public void averageGradient(Pooling g, Tensor dy, Tensor dx) {
        averageGradient(g, dy, dx, 0, g.batch() * g.y().size());
    }

    /* ---- the same for rows [from, to) of what is computed, those of all images counted ---- */

    void max(Pooling g, Tensor x, Tensor y, Tensor taps, int from, int to) {
        int width = g.x().positions(), c = g.channels(), safe = safePixels(g, to * width);
        float[] xs = x.arena().floats(), ys = y.arena().floats(), ts = taps.arena().floats();
        for (int row = from; row < to; row++) {
            int oy = row % g.y().positions(), image = x.offset() + row / g.y().positions() * g.y().size() * g.x().size() * c;
            int at = row * width * c, end = Math.max(0, Math.min(width, safe - row * width));
            PoolingRows.max(g, xs, image, oy, 0, end, ys, y.offset() + at, ts, taps.offset() + at);
            if (end < width) {
                PoolingRows.max(g, xs, image, oy, end, width, rest, -end * c, restTaps, -end * c);
                System.arraycopy(rest, 0, ys, y.offset() + (row * width + end) * c, (width - end) * c);
                System.arraycopy(restTaps, 0, ts, taps.offset() + (row * width + end) * c, (width - end) * c);
            }
        }
    }

    void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx, int from, int to) {
        int width = g.x().size(), c = g.channels(), safe = safePixels(g, to * width);
        float[] dys = dy.arena().floats(), ts = taps.arena().floats(), dxs = dx.arena().floats();
        for (int row = from; row < to; row++) {
            int iy = row % g.y().size(), image = row / g.y().size() * g.y().positions() * g.x().positions() * c;
            int at = dx.offset() + row * width * c, end = Math.max(0, Math.min(width, safe - row * width));
            PoolingRows.maxGradient(g, dys, dy.offset() + image, ts, taps.offset() + image, iy, 0, end, dxs, at);
            if (end < width) {
                PoolingRows.maxGradient(
                        g, dys, dy.offset() + image, ts, taps.offset() + image, iy, end, width, rest, -end * c);
                System.arraycopy(rest, 0, dxs, dx.offset() + (row * width + end) * c, (width - end) * c);
            }
        }
    }

    void average(Pooling g, Tensor x, Tensor y, int from, int to) {
        int width = g.x().positions(), c = g.channels(), safe = safePixels(g, to * width);
        float[] xs = x.arena().floats(), ys = y.arena().floats();
        for (int row = from; row < to; row++) {
            int oy = row % g.y().positions(), image = x.offset() + row / g.y().positions() * g.y().size() * g.x().size() * c;
            int end = Math.max(0, Math.min(width, safe - row * width));
            PoolingRows.average(g, xs, image, oy, 0, end, ys, y.offset() + row * width * c);
            if (end < width) {
                PoolingRows.average(g, xs, image, oy, end, width, rest, -end * c);
                System.arraycopy(rest, 0, ys, y.offset() + (row * width + end) * c, (width - end) * c);
            }
        }
    }

    void averageGradient(Pooling g, Tensor dy, Tensor dx, int from, int to) {
        int width = g.x().size(), c = g.channels(), safe = safePixels(g, to * width);
        float[] dys = dy.arena().floats(), dxs = dx.arena().floats();
        for (int row = from; row < to; row++) {
            int iy = row % g.y().size(), image = row / g.y().size() * g.y().positions() * g.x().positions() * c;
            int end = Math.max(0, Math.min(width, safe - row * width));
            PoolingRows.averageGradient(g, dys, dy.offset() + image, iy, 0, end, dxs, dx.offset() + row * width * c);
            if (end < width) {
                PoolingRows.averageGradient(g, dys, dy.offset() + image, iy, end, width, rest, -end * c);
                System.arraycopy(rest, 0, dxs, dx.offset() + (row * width + end) * c, (width - end) * c);
            }
        }
    }

    /** Of so many pixels the first that can be written in whole vectors; there is scratch memory for the rest. */
    private int safePixels(Pooling g, int pixels) {
        int c = g.channels(), unsafe = ((c + LANES - 1) / LANES * LANES - 1) / c;
        if (rest.length < unsafe * c + LANES) {
            rest = new float[unsafe * c + LANES];
            restTaps = new float[unsafe * c + LANES];
        }
        return pixels - unsafe;
    }
}
