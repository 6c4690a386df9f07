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

/** The loops of {@link PoolingRows}. */
final class PoolingSweeps extends Alone {

    static final int HALF = LANES / 2;
    static final VectorShuffle<Float> SWAPPED = VectorShuffle.fromOp(FLOATS, lane -> (lane + HALF) % LANES);
    static final VectorShuffle<Float> LOWER_TWICE = VectorShuffle.fromOp(FLOATS, lane -> lane % HALF);
    static final VectorShuffle<Float> UPPER_TWICE = VectorShuffle.fromOp(FLOATS, lane -> lane % HALF + HALF);
    static final VectorMask<Float> UPPER = VectorMask.fromLong(FLOATS, -1L << HALF);

    private PoolingSweeps() {}

    /** Windows of two by two side by side. */
    static void maxOfSquares(float[] x, int xi, int step, int c, int single,
            int count, float[] y, int yi, float[] taps,
            int ti) {
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
    static void maxOfPairs(float[] x, int xi, int step, int count, float[] y, int yi, float[] taps, int ti) {
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
    static void max(float[] x, int xi, int rows, int columns, int step, int c, int tap, int tapStep,
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

    /** One row of windows that share no pixel, two columns wide. */
    static void pairs(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int single, int count, float[] dx,
            int dxi) {
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
    static void halves(float[] dy, int dyi, float[] taps, int ti, int tap, int count, float[] dx, int dxi) {
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
    static void windows(float[] dy, int dyi, float[] taps, int ti, int c, int tap, int columns, int count,
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

    static void maxGradient(float[] dy, int dyi, float[] taps, int ti, int rows, int columns, int step, int c,
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

    static void average(float[] x, int xi, int rows, int columns, int step, int c, float[] y, int yi) {
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0, row = 0, column = 0; i < rows * columns; i++, column++) {
            row = column == columns ? row + 1 : row;
            column = column == columns ? 0 : column;
            sum = sum.add(fromArray(FLOATS, x, xi + row * step + column * c));
        }
        sum.div(rows * columns).intoArray(y, yi);
    }

    static void averageGradient(Pooling g, float[] dy, int dyi, int oy, int oyEnd, int ox, int oxEnd, int step,
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
