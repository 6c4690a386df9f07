package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * The loops of {@link VectorColumnNormalizations} and of sums down columns.
 *
 * <p>Down columns a vector holds as many columns. Element by element the whole matrix is one run of vectors, rows
 * without a border: what belongs to a column lies in arrays in which the columns begin again behind the last, so one
 * load at {@code i mod n} fits.
 */
final class ColumnSweeps extends Alone {

    private ColumnSweeps() {}

    /** A vector of columns from {@code at} in x; results go to j. */
    static void moments(float[] x, int at, int rows, int step, float[] means, float[] variances, int j) {
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            sum = sum.add(fromArray(FLOATS, x, at + i * step));
        }
        FloatVector first = sum.div(rows);
        FloatVector rest = broadcast(FLOATS, 0f);
        FloatVector squares = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            FloatVector difference = fromArray(FLOATS, x, at + i * step).sub(first);
            rest = rest.add(difference);
            squares = difference.fma(difference, squares);
        }
        FloatVector correction = rest.div(rows);
        first.add(correction).intoArray(means, j);
        squares.sub(rest.mul(correction)).div(rows).max(0f).intoArray(variances, j);
    }

    /** A vector of columns from {@code at} in x and {@code dyAt} in dy; means, inverses and results are at j. */
    static void sums(float[] x, int at, float[] dy, int dyAt, int rows, int step, float[] means, float[] inverses,
            float[] dgamma, float[] dbeta, int j) {
        FloatVector mean = fromArray(FLOATS, means, j);
        FloatVector inverse = fromArray(FLOATS, inverses, j);
        FloatVector shifts = broadcast(FLOATS, 0f);
        FloatVector scales = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            FloatVector gradient = fromArray(FLOATS, dy, dyAt + i * step);
            shifts = shifts.add(gradient);
            scales = gradient.fma(fromArray(FLOATS, x, at + i * step).sub(mean).mul(inverse), scales);
        }
        scales.intoArray(dgamma, j);
        shifts.intoArray(dbeta, j);
    }

    /** Elements {@code [from, to)} of n columns. */
    static void normalize(float[] x, int xi, float[] y, int yi, int from, int to, int n,
            float[] mean, float[] inverse, float[] gamma, float[] beta) {
        int whole = from + Lanes.whole(to - from);
        int step = LANES % n;
        int c = from % n;
        for (int i = from; i < whole; i += LANES) {
            fromArray(FLOATS, x, xi + i).sub(fromArray(FLOATS, mean, c)).mul(fromArray(FLOATS, inverse, c))
                    .fma(fromArray(FLOATS, gamma, c), fromArray(FLOATS, beta, c)).intoArray(y, yi + i);
            c += step;
            c -= c >= n ? n : 0;
        }
        for (int i = whole; i < to; i++) {
            c = i % n;
            y[yi + i] = Math.fma((x[xi + i] - mean[c]) * inverse[c], gamma[c], beta[c]);
        }
    }

    /** Elements {@code [from, to)} of n columns. */
    static void gradient(float[] x, int xi, float[] dy, int dyi, float[] dx, int dxi, int from, int to, int n,
            float[] mean, float[] inverse, float[] factor, float[] shift, float[] slope) {
        int whole = from + Lanes.whole(to - from);
        int step = LANES % n;
        int c = from % n;
        for (int i = from; i < whole; i += LANES) {
            fromArray(FLOATS, x, xi + i).sub(fromArray(FLOATS, mean, c)).mul(fromArray(FLOATS, inverse, c)).neg()
                    .fma(fromArray(FLOATS, slope, c), fromArray(FLOATS, dy, dyi + i).sub(fromArray(FLOATS, shift, c)))
                    .mul(fromArray(FLOATS, factor, c)).intoArray(dx, dxi + i);
            c += step;
            c -= c >= n ? n : 0;
        }
        for (int i = whole; i < to; i++) {
            c = i % n;
            float normalized = (x[xi + i] - mean[c]) * inverse[c];
            dx[dxi + i] = factor[c] * Math.fma(-normalized, slope[c], dy[dyi + i] - shift[c]);
        }
    }

    static void sumsOfFour(float[] x, int at, int rows, int step, float[] out, int j) {
        FloatVector s0 = broadcast(FLOATS, 0f);
        FloatVector s1 = broadcast(FLOATS, 0f);
        FloatVector s2 = broadcast(FLOATS, 0f);
        FloatVector s3 = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            s0 = s0.add(fromArray(FLOATS, x, at + i * step));
            s1 = s1.add(fromArray(FLOATS, x, at + i * step + LANES));
            s2 = s2.add(fromArray(FLOATS, x, at + i * step + 2 * LANES));
            s3 = s3.add(fromArray(FLOATS, x, at + i * step + 3 * LANES));
        }
        s0.intoArray(out, j);
        s1.intoArray(out, j + LANES);
        s2.intoArray(out, j + 2 * LANES);
        s3.intoArray(out, j + 3 * LANES);
    }

    /** The sums of a vector of columns from {@code at} in x. */
    static void sums(float[] x, int at, int rows, int step, float[] out, int j) {
        FloatVector sums = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            sums = sums.add(fromArray(FLOATS, x, at + i * step));
        }
        sums.intoArray(out, j);
    }
}
