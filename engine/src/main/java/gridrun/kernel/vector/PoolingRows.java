package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

import gridrun.kernel.Pooling;

/**
 * One row of a pooling, in whole vectors of channels: pixel by pixel in order, or the last channels
 * first, so that what a vector writes beyond its pixel's channels is overwritten by the next pixel.
 */
final class PoolingRows {

    private PoolingRows() {}

    /** Row oy of one image's maxima, written from yi on, the taps from ti on. */
    static void max(Pooling g, float[] x, int xi, int oy, float[] y, int yi, float[] taps, int ti) {
        int c = g.channels(), step = g.x().size() * c;
        int ky = g.rows().from()[oy], rows = g.rows().to()[oy] - ky;
        int row = xi + g.y().element(oy, ky) * step;
        boolean square =
                rows == 2 && g.y().taps() == 2 && g.x().taps() == 2 && g.x().stride() == 2 && g.x().before() == 0;
        int squares = square ? g.x().size() / 2 : 0;
        maxOfSquares(x, row, step, c, squares, y, yi, taps, ti);
        for (int ox = squares; ox < g.x().positions(); ox++) {
            int kx = g.columns().from()[ox], columns = g.columns().to()[ox] - kx;
            int at = row + g.x().element(ox, kx) * c, tap = ky * g.x().taps() + kx;
            for (int j = 0; j < c; j += LANES) {
                PoolingSweeps.max(x, at + j, rows, columns, step, c, tap, g.x().taps(), y, yi + ox * c + j, taps,
                        ti + ox * c + j);
            }
        }
    }

    /** The usual case, windows of two by two side by side. */
    private static void maxOfSquares(float[] x, int xi, int step, int c, int count, float[] y, int yi, float[] taps,
            int ti) {
        int single = c == LANES / 2 ? count / 2 * 2 : 0;
        PoolingSweeps.maxOfPairs(x, xi, step, single, y, yi, taps, ti);
        PoolingSweeps.maxOfSquares(x, xi, step, c, single, count, y, yi, taps, ti);
    }

    /** Row iy of one image's gradient, written from dxi on. */
    static void maxGradient(Pooling g, float[] dy, int dyi, float[] taps, int ti, int iy, float[] dx, int dxi) {
        int c = g.channels(), step = g.x().positions() * c;
        int oy = g.rows().first()[iy], rows = g.rows().end()[iy] - oy;
        int stride = g.x().stride(),
                disjoint = rows == 1 && stride == g.x().taps() && g.x().before() == 0 ? g.x().size() / stride : 0;
        if (disjoint > 0) {
            int tap = (iy - g.y().element(oy, 0)) * stride, at = oy * step;
            if (stride == 2) {
                int single = c == LANES / 2 ? disjoint / 2 * 2 : 0;
                PoolingSweeps.halves(dy, dyi + at, taps, ti + at, tap, single, dx, dxi);
                PoolingSweeps.pairs(dy, dyi + at, taps, ti + at, c, tap, single, disjoint, dx, dxi);
            } else {
                PoolingSweeps.windows(dy, dyi + at, taps, ti + at, c, tap, stride, disjoint, dx, dxi);
            }
        }
        for (int ix = disjoint * stride; ix < g.x().size(); ix++) {
            int ox = g.columns().first()[ix], columns = g.columns().end()[ix] - ox;
            int tap = (iy - g.y().element(oy, 0)) * g.x().taps() + ix - g.x().element(ox, 0);
            int at = oy * step + ox * c;
            for (int j = 0; j < c; j += LANES) {
                PoolingSweeps.maxGradient(dy, dyi + at + j, taps, ti + at + j, rows, columns, step, c,
                        tap, g.y().stride() * g.x().taps(), g.x().stride(), dx, dxi + ix * c + j);
            }
        }
    }

    /** Row oy of one image's means, written from yi on. */
    static void average(Pooling g, float[] x, int xi, int oy, float[] y, int yi) {
        int c = g.channels(), step = g.x().size() * c;
        int ky = g.rows().from()[oy], rows = g.rows().to()[oy] - ky;
        int row = xi + g.y().element(oy, ky) * step;
        for (int ox = 0; ox < g.x().positions(); ox++) {
            int kx = g.columns().from()[ox], columns = g.columns().to()[ox] - kx;
            int at = row + g.x().element(ox, kx) * c;
            for (int j = 0; j < c; j += LANES) {
                PoolingSweeps.average(x, at + j, rows, columns, step, c, y, yi + ox * c + j);
            }
        }
    }

    /** Row iy of one image's gradient, written from dxi on. */
    static void averageGradient(Pooling g, float[] dy, int dyi, int iy, float[] dx, int dxi) {
        int c = g.channels(), step = g.x().positions() * c;
        int oy = g.rows().first()[iy], oyEnd = g.rows().end()[iy];
        for (int ix = 0; ix < g.x().size(); ix++) {
            int ox = g.columns().first()[ix], oxEnd = g.columns().end()[ix];
            for (int j = 0; j < c; j += LANES) {
                PoolingSweeps.averageGradient(g, dy, dyi + j, oy, oyEnd, ox, oxEnd, step, c, dx, dxi + ix * c + j);
            }
        }
    }
}
