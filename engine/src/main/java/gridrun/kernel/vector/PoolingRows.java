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

/**
 * Columns {@code [from, to)} of one row of a pooling, in whole vectors of channels: pixel by pixel in order, so that what a vector
 * writes beyond its pixel's channels is overwritten by the next pixel.
 */
final class PoolingRows {

    private PoolingRows() { }

    /** Row oy of one image's maxima; column 0 is written at yi, its taps at ti. */
    static void max(Pooling g, float[] x, int xi, int oy, int from, int to, float[] y, int yi, float[] taps, int ti) {
        int c = g.channels(), step = g.x().size() * c;
        int ky = g.rows().from()[oy], rows = g.rows().to()[oy] - ky;
        int row = xi + g.y().element(oy, ky) * step;
        boolean square = rows == 2 && g.y().taps() == 2 && g.x().taps() == 2 && g.x().stride() == 2 && g.x().before() == 0;
        int squares = square ? Math.max(from, Math.min(to, g.x().size() / 2)) : from;
        maxOfSquares(x, row, step, c, from, squares, y, yi, taps, ti);
        for (int ox = squares; ox < to; ox++) {
            int kx = g.columns().from()[ox], columns = g.columns().to()[ox] - kx;
            int at = row + g.x().element(ox, kx) * c, tap = ky * g.x().taps() + kx;
            for (int j = 0; j < c; j += LANES) {
                max(x, at + j, rows, columns, step, c, tap, g.x().taps(), y, yi + ox * c + j, taps, ti + ox * c + j);
            }
        }
    }

    /** The usual case, windows of two by two side by side. */
    private static void maxOfSquares(float[] x, int xi, int step, int c, int from, int to, float[] y, int yi, float[] taps, int ti) {
        for (int ox = from; ox < to; ox++) {
            for (int j = 0; j < c; j += LANES) {
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

    /** Row iy of one image's gradient; column 0 is written at dxi. */
    static void maxGradient(Pooling g, float[] dy, int dyi, float[] taps, int ti, int iy, int from, int to,
                            float[] dx, int dxi) {
        int c = g.channels(), step = g.x().positions() * c;
        int oy = g.rows().first()[iy], rows = g.rows().end()[iy] - oy;
        int disjoint = rows == 1 ? disjoint(g, from, to) : from;
        if (disjoint > from) {
            int stride = g.x().stride(), tap = (iy - g.y().element(oy, 0)) * stride, at = oy * step;
            if (stride == 2 && c <= LANES) {
                pairs(dy, dyi + at, taps, ti + at, c, tap, from / 2, disjoint / 2, dx, dxi);
            } else {
                windows(dy, dyi + at, taps, ti + at, c, tap, stride, from / stride, disjoint / stride, dx, dxi);
            }
        }
        for (int ix = disjoint; ix < to; ix++) {
            int ox = g.columns().first()[ix], columns = g.columns().end()[ix] - ox;
            int tap = (iy - g.y().element(oy, 0)) * g.x().taps() + ix - g.x().element(ox, 0);
            int at = oy * step + ox * c;
            for (int j = 0; j < c; j += LANES) {
                maxGradient(dy, dyi + at + j, taps, ti + at + j, rows, columns, step, c,
                        tap, g.y().stride() * g.x().taps(), g.x().stride(), dx, dxi + ix * c + j);
            }
        }
    }

    /** The end of the columns from {@code from} on that fall into whole windows, one after another. */
    private static int disjoint(Pooling g, int from, int to) {
        int stride = g.x().stride();
        boolean close = stride == g.x().taps() && g.x().before() == 0 && from % stride == 0;
        return close ? Math.max(from, Math.min(to / stride, g.x().size() / stride) * stride) : from;
    }

    /** One row of windows that share no pixel, two columns wide, a vector a pixel. */
    private static void pairs(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int from, int to, float[] dx, int dxi) {
        for (int ox = from; ox < to; ox++) {
            FloatVector found = fromArray(FLOATS, taps, ti + ox * c);
            FloatVector added = fromArray(FLOATS, dy, dyi + ox * c).add(0f);
            FloatVector none = broadcast(FLOATS, 0f);
            none.blend(added, found.compare(EQ, (float) tap)).intoArray(dx, dxi + 2 * ox * c);
            none.blend(added, found.compare(EQ, (float) (tap + 1))).intoArray(dx, dxi + (2 * ox + 1) * c);
        }
    }

    /** One row of windows that share no pixel. */
    private static void windows(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int columns, int from, int to,
                                float[] dx, int dxi) {
        for (int ox = from; ox < to; ox++) {
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

    /** Row oy of one image's means; column 0 is written at yi. */
    static void average(Pooling g, float[] x, int xi, int oy, int from, int to, float[] y, int yi) {
        int c = g.channels(), step = g.x().size() * c;
        int ky = g.rows().from()[oy], rows = g.rows().to()[oy] - ky;
        int row = xi + g.y().element(oy, ky) * step;
        for (int ox = from; ox < to; ox++) {
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

    /** Row iy of one image's gradient; column 0 is written at dxi. */
    static void averageGradient(Pooling g, float[] dy, int dyi, int iy, int from, int to, float[] dx, int dxi) {
        int c = g.channels(), step = g.x().positions() * c;
        int oy = g.rows().first()[iy], oyEnd = g.rows().end()[iy];
        for (int ix = from; ix < to; ix++) {
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
