package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

import gridrun.kernel.Pooling;
import gridrun.kernel.Poolings;
import gridrun.tensor.Tensor;

/**
 * Poolings by vectors of channels. The last vector of a pixel reaches into the next ones, which are computed after it;
 * only the last rows of all go through scratch memory. Divided are rows of what is computed.
 */
final class VectorPoolings implements Poolings {

    private final Team team;
    private float[] last = new float[0];
    private float[] lastTaps = new float[0];

    VectorPoolings(Team team) {
        this.team = team;
    }

    private static int outputRows(Pooling g) {
        return g.batch() * g.y().positions();
    }

    private static int inputRows(Pooling g) {
        return g.batch() * g.y().size();
    }

    @Override
    public void max(Pooling g, Tensor x, Tensor y, Tensor taps) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            max(g, x, y, taps, 0, outputRows(g));
        } else {
            team.share(outputRows(g), 1, (member, from, to) -> member.poolings.max(g, x, y, taps, from, to));
        }
    }

    @Override
    public void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx) {
        if (team.isSmall(dx.size(), Team.MOVED)) {
            maxGradient(g, dy, taps, dx, 0, inputRows(g));
        } else {
            team.share(inputRows(g), 1, (member, from, to) -> member.poolings.maxGradient(g, dy, taps, dx, from, to));
        }
    }

    @Override
    public void average(Pooling g, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            average(g, x, y, 0, outputRows(g));
        } else {
            team.share(outputRows(g), 1, (member, from, to) -> member.poolings.average(g, x, y, from, to));
        }
    }

    @Override
    public void averageGradient(Pooling g, Tensor dy, Tensor dx) {
        if (team.isSmall(dx.size(), Team.MOVED)) {
            averageGradient(g, dy, dx, 0, inputRows(g));
        } else {
            team.share(inputRows(g), 1, (member, from, to) -> member.poolings.averageGradient(g, dy, dx, from, to));
        }
    }

    /* ---- the same for rows [from, to) of what is computed, those of all images counted ---- */

    void max(Pooling g, Tensor x, Tensor y, Tensor taps, int from, int to) {
        int row = g.x().positions() * g.channels(), safe = safeRows(row, g.channels(), to);
        float[] xs = x.arena().floats(), ys = y.arena().floats(), ts = taps.arena().floats();
        for (int i = from; i < to; i++) {
            int oy = i % g.y().positions(),
                    image = x.offset() + i / g.y().positions() * g.y().size() * g.x().size() * g.channels();
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
                PoolingRows.maxGradient(g, dys, dy.offset() + image, ts, taps.offset() + image, iy, dxs,
                        dx.offset() + i * row);
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
            int oy = i % g.y().positions(),
                    image = x.offset() + i / g.y().positions() * g.y().size() * g.x().size() * g.channels();
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
     * The first of the rows before {@code to} behind which there is too little for whole vectors; makes room for one
     * such row. Whole rows, because code that is run for few pixels a step stays uncompiled, and then every vector is
     * an object.
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
