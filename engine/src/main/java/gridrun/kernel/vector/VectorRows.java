package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Lanes.whole;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

/**
 * The part of {@link VectorKernels} that goes along rows and columns: sums, softmax and figures.
 *
 * <p>A row is computed in scratch memory, where it is padded to whole vectors, and its elements are copied out. The forms with a first
 * and a last (exclusive) row or column do a part.
 */
abstract class VectorRows extends VectorElements {

    /** From this length on, rows come from memory far off, and four at once wait for it together. */
    private static final int LONG = 256;
    /** Below this length a loop is done before a copy of the JDK's has begun. */
    private static final int SHORT = 8;

    private final Reductions reductions = new Reductions();
    private final RowExponentials exponentials = new RowExponentials();
    private float[] row = new float[0];

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        columnSums(x, sums, 0, x.columns());
    }

    final void columnSums(Tensor x, Tensor sums, int from, int to) {
        float[] out = scratch(to - from);
        int j = from;
        for (; j + 4 * LANES <= to; j += 4 * LANES) {
            fourColumnSums(floats(x), x.offset() + j, x.rows(), x.columns(), out, j - from);
        }
        for (; j < to; j += LANES) {
            columnSums(floats(x), x.offset() + j, x.rows(), x.columns(), out, j - from);
        }
        System.arraycopy(out, 0, floats(sums), sums.offset() + from, to - from);
    }

    /** Four vectors at once: a sum waits for the one before it, and whole cache lines in a row are fetched ahead. */
    private static void fourColumnSums(float[] x, int at, int rows, int step, float[] out, int j) {
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

    private static void columnSums(float[] x, int at, int rows, int step, float[] out, int j) {
        FloatVector sums = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            sums = sums.add(fromArray(FLOATS, x, at + i * step));
        }
        sums.intoArray(out, j);
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        softmax(x, y, 0, x.rows());
    }

    final void softmax(Tensor x, Tensor y, int from, int to) {
        int n = x.columns();
        int step = RowExponentials.rowsAtATime(n);
        for (int i = from; i < to; i += step) {
            int rows = Math.min(step, to - i);
            exponentials.take(x, i, i + rows);
            float[] quotients = exponentials.shifted();
            for (int r = 0; r < rows; r++) {
                divide(exponentials.values(), exponentials.sum(r), quotients, r * n, n);
            }
            System.arraycopy(quotients, 0, floats(y), y.offset() + i * n, rows * n);
        }
    }

    private static void divide(float[] x, float by, float[] y, int at, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, at + j).div(by).intoArray(y, at + j);
        }
    }

    @Override
    public void softmaxGradient(Tensor y, Tensor dy, Tensor dx) {
        softmaxGradient(y, dy, dx, 0, y.rows());
    }

    final void softmaxGradient(Tensor y, Tensor dy, Tensor dx, int from, int to) {
        int n = y.columns();
        float[] gradient = scratch(n);
        for (int i = from; i < to; i++) {
            float dot = reductions.dot(floats(y), y.offset() + i * n, floats(dy), dy.offset() + i * n, n);
            softmaxGradient(floats(y), y.offset() + i * n, floats(dy), dy.offset() + i * n, dot, gradient, n);
            System.arraycopy(gradient, 0, floats(dx), dx.offset() + i * n, n);
        }
    }

    private static void softmaxGradient(float[] y, int yi, float[] dy, int dyi, float dot, float[] dx, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, y, yi + j).mul(fromArray(FLOATS, dy, dyi + j).sub(dot)).intoArray(dx, j);
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        gather(table, rows, from, out, 0, out.rows());
    }

    final void gather(Tensor table, int[] rows, int from, Tensor out, int first, int last) {
        int n = out.columns();
        int i = first;
        for (; n >= LONG && i + 4 <= last; i += 4) {
            gatherFour(table, rows, from + i, out, out.offset() + i * n);
        }
        float[] source = floats(table), to = floats(out);
        for (; n >= SHORT && i < last; i++) {
            System.arraycopy(source, at(table, rows, from + i), to, out.offset() + i * n, n);
        }
        for (; i < last; i++) {
            int row = at(table, rows, from + i);
            for (int j = 0; j < n; j++) {
                to[out.offset() + i * n + j] = source[row + j];
            }
        }
    }

    /** The table has no slack behind it, so what is left of whole vectors is copied by itself. */
    private static void gatherFour(Tensor table, int[] rows, int from, Tensor out, int to) {
        int n = out.columns(), whole = whole(n);
        Sweeps.copyFour(floats(table), at(table, rows, from), at(table, rows, from + 1), at(table, rows, from + 2),
                at(table, rows, from + 3), floats(out), to, n, whole);
        for (int r = 0; whole < n && r < 4; r++) {
            System.arraycopy(floats(table), at(table, rows, from + r) + whole, floats(out), to + r * n + whole, n - whole);
        }
    }

    private static int at(Tensor table, int[] rows, int i) {
        return table.offset() + rows[i] * table.columns();
    }

    /* ---- figures ---- */

    @Override
    public double sum(Tensor x) {
        return reductions.sum(floats(x), x.offset(), x.size());
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return reductions.dot(floats(x), x.offset(), floats(x), x.offset(), x.size());
    }

    @Override
    public int countSameArgmax(Tensor scores, Tensor target) {
        return scalar.countSameArgmax(scores, target);
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        return scalar.countSameSide(scores, threshold, target);
    }

    /* ---- scratch memory ---- */

    private float[] scratch(int n) {
        if (row.length < padded(n)) {
            row = new float[padded(n)];
        }
        return row;
    }
}
