package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import gridrun.kernel.Pooling;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * One row of a pooling, in whole vectors of channels: pixel by pixel in order, or the last channels
 * first, so that what a vector writes beyond its pixel's channels is overwritten by the next pixel.
 */
final class PoolingRows {

    private static final int HALF = LANES / 2;
    private static final VectorShuffle<Float> SWAPPED = VectorShuffle.fromOp(FLOATS, lane -> (lane + HALF) % LANES);
    private static final VectorShuffle<Float> LOWER_TWICE = VectorShuffle.fromOp(FLOATS, lane -> lane % HALF);
    private static final VectorShuffle<Float> UPPER_TWICE = VectorShuffle.fromOp(FLOATS, lane -> lane % HALF + HALF);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(FLOATS, -1L << HALF);

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
                max(x, at + j, rows, columns, step, c, tap, g.x().taps(), y, yi + ox * c + j, taps, ti + ox * c + j);
            }
        }
    }

    /** The usual case, windows of two by two side by side. */
    private static void maxOfSquares(float[] x, int xi, int step, int c, int count, float[] y, int yi, float[] taps,
            int ti) {
        int single = c == HALF ? count / 2 * 2 : 0;
        maxOfPairs(x, xi, step, single, y, yi, taps, ti);
        for (int j = (c - 1) / LANES * LANES; j >= 0; j -= LANES) {
            for (int ox = single; ox < count; ox++) {
                int at = xi + ox * 2 * c + j;
                FloatVector max = fromArray(FLOATS, x, at);
                FloatVector v = fromArray(FLOATS, x, at + c);
                var second = v.compare(GT, max).or(v.compare(NE, v));
                max = max.blend(v, second);
                v = fromArray(FLOATS, x, at + step);
                var third = v.compare(GT, max).or(v.compare(NE, v));
                max = max.blend(v, third);
                v = fromArray(FLOATS, x, at + step + c);
                var fourth = v.compare(GT, max).or(v.compare(NE, v));
                max.blend(v, fourth).intoArray(y, yi + ox * c + j);
                broadcast(FLOATS, 0f).blend(1f, second).blend(2f, third).blend(3f, fourth)
                        .intoArray(taps, ti + ox * c + j);
            }
        }
    }

    /** The same where a vector holds two pixels: the left and the right ones of two windows become a vector each. */
    private static void maxOfPairs(float[] x, int xi, int step, int count, float[] y, int yi, float[] taps, int ti) {
        for (int ox = 0; ox < count; ox += 2) {
            int at = xi + ox * LANES;
            FloatVector first = fromArray(FLOATS, x, at);
            FloatVector next = fromArray(FLOATS, x, at + LANES);
            FloatVector max = first.blend(next.rearrange(SWAPPED), UPPER);
            FloatVector v = first.rearrange(SWAPPED).blend(next, UPPER);
            var second = v.compare(GT, max).or(v.compare(NE, v));
            max = max.blend(v, second);
            first = fromArray(FLOATS, x, at + step);
            next = fromArray(FLOATS, x, at + step + LANES);
            v = first.blend(next.rearrange(SWAPPED), UPPER);
            var third = v.compare(GT, max).or(v.compare(NE, v));
            max = max.blend(v, third);
            v = first.rearrange(SWAPPED).blend(next, UPPER);
            var fourth = v.compare(GT, max).or(v.compare(NE, v));
            max.blend(v, fourth).intoArray(y, yi + ox * HALF);
            broadcast(FLOATS, 0f).blend(1f, second).blend(2f, third).blend(3f, fourth).intoArray(taps, ti + ox * HALF);
        }
    }

    /** One vector; the taps of a window are one loop, since vectors kept over two loops become objects on JDK 17. */
    private static void max(float[] x, int xi, int rows, int columns, int step, int c, int tap, int tapStep,
            float[] y, int yi, float[] taps, int ti) {
        FloatVector max = fromArray(FLOATS, x, xi);
        FloatVector found = broadcast(FLOATS, tap);
        for (int i = 1, row = 0, column = 1; i < rows * columns; i++, column++) {
            row = column == columns ? row + 1 : row;
            column = column == columns ? 0 : column;
            FloatVector v = fromArray(FLOATS, x, xi + row * step + column * c);
            var larger = v.compare(GT, max).or(v.compare(NE, v));
            max = max.blend(v, larger);
            found = found.blend(broadcast(FLOATS, tap + row * tapStep + column), larger);
        }
        max.intoArray(y, yi);
        found.intoArray(taps, ti);
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
                pairs(dy, dyi + at, taps, ti + at, c, tap, disjoint, dx, dxi);
            } else {
                windows(dy, dyi + at, taps, ti + at, c, tap, stride, disjoint, dx, dxi);
            }
        }
        for (int ix = disjoint * stride; ix < g.x().size(); ix++) {
            int ox = g.columns().first()[ix], columns = g.columns().end()[ix] - ox;
            int tap = (iy - g.y().element(oy, 0)) * g.x().taps() + ix - g.x().element(ox, 0);
            int at = oy * step + ox * c;
            for (int j = 0; j < c; j += LANES) {
                maxGradient(dy, dyi + at + j, taps, ti + at + j, rows, columns, step, c,
                        tap, g.y().stride() * g.x().taps(), g.x().stride(), dx, dxi + ix * c + j);
            }
        }
    }

    /** One row of windows that share no pixel, two columns wide. */
    private static void pairs(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int count, float[] dx,
            int dxi) {
        int single = c == HALF ? count / 2 * 2 : 0;
        halves(dy, dyi, taps, ti, tap, single, dx, dxi);
        for (int j = (c - 1) / LANES * LANES; j >= 0; j -= LANES) {
            for (int ox = single; ox < count; ox++) {
                FloatVector found = fromArray(FLOATS, taps, ti + ox * c + j);
                FloatVector added = fromArray(FLOATS, dy, dyi + ox * c + j).add(0f);
                FloatVector none = broadcast(FLOATS, 0f);
                none.blend(added, found.compare(EQ, (float) tap)).intoArray(dx, dxi + 2 * ox * c + j);
                none.blend(added, found.compare(EQ, (float) (tap + 1))).intoArray(dx, dxi + (2 * ox + 1) * c + j);
            }
        }
    }

    /** The same where a vector holds two pixels: each half of one becomes a window's two columns. */
    private static void halves(float[] dy, int dyi, float[] taps, int ti, int tap, int count, float[] dx, int dxi) {
        FloatVector columns = broadcast(FLOATS, (float) tap).blend((float) (tap + 1), UPPER);
        FloatVector none = broadcast(FLOATS, 0f);
        for (int ox = 0; ox < count; ox += 2) {
            FloatVector found = fromArray(FLOATS, taps, ti + ox * HALF);
            FloatVector added = fromArray(FLOATS, dy, dyi + ox * HALF).add(0f);
            none.blend(added.rearrange(LOWER_TWICE), found.rearrange(LOWER_TWICE).compare(EQ, columns)).intoArray(dx,
                    dxi + ox * LANES);
            none.blend(added.rearrange(UPPER_TWICE), found.rearrange(UPPER_TWICE).compare(EQ, columns))
                    .intoArray(dx, dxi + ox * LANES + LANES);
        }
    }

    /** One row of windows that share no pixel. */
    private static void windows(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int columns, int count,
            float[] dx, int dxi) {
        for (int ox = 0; ox < count; ox++) {
            for (int column = 0; column < columns; column++) {
                for (int j = 0; j < c; j += LANES) {
                    FloatVector found = fromArray(FLOATS, taps, ti + ox * c + j);
                    FloatVector added = fromArray(FLOATS, dy, dyi + ox * c + j).add(0f);
                    broadcast(FLOATS, 0f).blend(added, found.compare(EQ, (float) (tap + column)))
                            .intoArray(dx, dxi + (ox * columns + column) * c + j);
                }
            }
        }
    }

    private static void maxGradient(float[] dy, int dyi, float[] taps, int ti, int rows, int columns, int step, int c,
            int tap, int tapRow, int tapColumn, float[] dx, int dxi) {
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0, row = 0, column = 0; i < rows * columns; i++, column++) {
            row = column == columns ? row + 1 : row;
            column = column == columns ? 0 : column;
            int at = row * step + column * c;
            FloatVector found = fromArray(FLOATS, taps, ti + at);
            FloatVector added = sum.add(fromArray(FLOATS, dy, dyi + at));
            sum = sum.blend(added, found.compare(EQ, (float) (tap - row * tapRow - column * tapColumn)));
        }
        sum.intoArray(dx, dxi);
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
                average(x, at + j, rows, columns, step, c, y, yi + ox * c + j);
            }
        }
    }

    private static void average(float[] x, int xi, int rows, int columns, int step, int c, float[] y, int yi) {
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0, row = 0, column = 0; i < rows * columns; i++, column++) {
            row = column == columns ? row + 1 : row;
            column = column == columns ? 0 : column;
            sum = sum.add(fromArray(FLOATS, x, xi + row * step + column * c));
        }
        sum.div(rows * columns).intoArray(y, yi);
    }

    /** Row iy of one image's gradient, written from dxi on. */
    static void averageGradient(Pooling g, float[] dy, int dyi, int iy, float[] dx, int dxi) {
        int c = g.channels(), step = g.x().positions() * c;
        int oy = g.rows().first()[iy], oyEnd = g.rows().end()[iy];
        for (int ix = 0; ix < g.x().size(); ix++) {
            int ox = g.columns().first()[ix], oxEnd = g.columns().end()[ix];
            for (int j = 0; j < c; j += LANES) {
                averageGradient(g, dy, dyi + j, oy, oyEnd, ox, oxEnd, step, c, dx, dxi + ix * c + j);
            }
        }
    }

    private static void averageGradient(Pooling g, float[] dy, int dyi, int oy, int oyEnd, int ox, int oxEnd, int step,
            int c, float[] dx, int dxi) {
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0, row = oy, column = ox; i < (oyEnd - oy) * (oxEnd - ox); i++, column++) {
            row = column == oxEnd ? row + 1 : row;
            column = column == oxEnd ? ox : column;
            float pixels = g.count(row, column);
            sum = sum.add(fromArray(FLOATS, dy, dyi + row * step + column * c).div(pixels));
        }
        sum.intoArray(dx, dxi);
    }
}
