package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

import gridrun.kernel.Pooling;
import gridrun.kernel.Poolings;
import gridrun.tensor.Tensor;

/**
 * Poolings by vectors of channels. The last vector of a pixel reaches into the next ones, which are computed after it; only the
 * last rows of all go through scratch memory.
 */
final class VectorPoolings implements Poolings {

    private float[] last = new float[0];
    private float[] lastTaps = new float[0];

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
        int row = g.x().positions() * g.channels(), safe = safeRows(row, g.channels(), to);
        float[] xs = x.arena().floats(), ys = y.arena().floats(), ts = taps.arena().floats();
        for (int i = from; i < to; i++) {
            int oy = i % g.y().positions(), image = x.offset() + i / g.y().positions() * g.y().size() * g.x().size() * g.channels();
            if (i < safe) {
                PoolingRows.max(g, xs, image, oy, ys, y.offset() + i * row, ts, taps.offset() + i * row);
            } else {
                PoolingRows.max(g, xs, image, oy, last, 0, lastTaps, 0);
                System.arraycopy(last, 0, ys, y.offset() + i * row, row);
                System.arraycopy(lastTaps, 0, ts, taps.offset() + i * row, row);
            }
        }
    }

    void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx, int from, int to) {
        int row = g.x().size() * g.channels(), safe = safeRows(row, g.channels(), to);
        float[] dys = dy.arena().floats(), ts = taps.arena().floats(), dxs = dx.arena().floats();
        for (int i = from; i < to; i++) {
            int iy = i % g.y().size(), image = i / g.y().size() * g.y().positions() * g.x().positions() * g.channels();
            if (i < safe) {
                PoolingRows.maxGradient(g, dys, dy.offset() + image, ts, taps.offset() + image, iy, dxs, dx.offset() + i * row);
            } else {
                PoolingRows.maxGradient(g, dys, dy.offset() + image, ts, taps.offset() + image, iy, last, 0);
                System.arraycopy(last, 0, dxs, dx.offset() + i * row, row);
            }
        }
    }

    void average(Pooling g, Tensor x, Tensor y, int from, int to) {
        int row = g.x().positions() * g.channels(), safe = safeRows(row, g.channels(), to);
        float[] xs = x.arena().floats(), ys = y.arena().floats();
        for (int i = from; i < to; i++) {
            int oy = i % g.y().positions(), image = x.offset() + i / g.y().positions() * g.y().size() * g.x().size() * g.channels();
            if (i < safe) {
                PoolingRows.average(g, xs, image, oy, ys, y.offset() + i * row);
            } else {
                PoolingRows.average(g, xs, image, oy, last, 0);
                System.arraycopy(last, 0, ys, y.offset() + i * row, row);
            }
        }
    }

    void averageGradient(Pooling g, Tensor dy, Tensor dx, int from, int to) {
        int row = g.x().size() * g.channels(), safe = safeRows(row, g.channels(), to);
        float[] dys = dy.arena().floats(), dxs = dx.arena().floats();
        for (int i = from; i < to; i++) {
            int iy = i % g.y().size(), image = i / g.y().size() * g.y().positions() * g.x().positions() * g.channels();
            if (i < safe) {
                PoolingRows.averageGradient(g, dys, dy.offset() + image, iy, dxs, dx.offset() + i * row);
            } else {
                PoolingRows.averageGradient(g, dys, dy.offset() + image, iy, last, 0);
                System.arraycopy(last, 0, dxs, dx.offset() + i * row, row);
            }
        }
    }

    /**
     * The first of the rows before {@code to} behind which there is too little for whole vectors; makes room for one such row. Whole rows, because
     * code that is run for few pixels a step stays uncompiled, and then every vector is an object.
     */
    private int safeRows(int row, int channels, int to) {
        int beyond = (LANES - channels % LANES) % LANES;
        if (last.length < row + LANES) {
            last = new float[row + LANES];
            lastTaps = new float[row + LANES];
        }
        return to - (beyond + row - 1) / row;
    }
}
