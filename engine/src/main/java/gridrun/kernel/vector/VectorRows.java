package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import gridrun.tensor.Tensor;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The part of {@link VectorKernels} that goes along rows and columns: sums, softmax, losses and figures.
 *
 * <p>A row is computed in scratch memory, where it is padded to whole vectors, and its elements are copied out. The forms with a first
 * and a last (exclusive) row or column do a part.
 */
abstract class VectorRows extends VectorElements {

    private final Reductions reductions = new Reductions();
    private float[] row = new float[0];
    private float[] other = new float[0];

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        columnSums(x, sums, 0, x.columns());
    }

    final void columnSums(Tensor x, Tensor sums, int from, int to) {
        float[] out = scratch(to - from);
        for (int j = from; j < to; j += LANES) {
            columnSums(floats(x), x.offset() + j, x.rows(), x.columns(), out, j - from);
        }
        System.arraycopy(out, 0, floats(sums), sums.offset() + from, to - from);
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
        for (int i = from; i < to; i++) {
            float sum = exponentials(x, i);
            divide(row, sum, padded(n));
            System.arraycopy(row, 0, floats(y), y.offset() + i * n, n);
        }
    }

    /** Leaves {@code e^(x[i, j] - max)} in {@code row} and returns the sum. */
    private float exponentials(Tensor x, int i) {
        int n = x.columns();
        takeRow(x, i, Float.NEGATIVE_INFINITY, scratch(n));
        VectorMath.exp(row, Reductions.max(row, padded(n)), row, padded(n));
        return reductions.sum(row, 0, padded(n));
    }

    private static void divide(float[] x, float by, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, j).div(by).intoArray(x, j);
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
        for (int i = first; i < last; i++) {
            System.arraycopy(floats(table), table.offset() + rows[from + i] * n, floats(out), out.offset() + i * n, n);
        }
    }

    /* ---- losses ---- */

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        softmaxCrossEntropy(logits, target, loss, 0, logits.rows());
    }

    final void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, int from, int to) {
        int n = logits.columns();
        float[] shifted = other(n);
        for (int i = from; i < to; i++) {
            takeRow(logits, i, Float.NEGATIVE_INFINITY, scratch(n));
            float max = Reductions.max(row, padded(n));
            subtract(row, max, shifted, padded(n));
            VectorMath.exp(row, max, row, padded(n));
            float log = gridrun.kernel.FloatMath.log(reductions.sum(row, 0, padded(n)));
            floats(loss)[loss.offset() + i] =
                    log - reductions.dot(floats(target), target.offset() + i * n, shifted, 0, n);
        }
    }

    private static void subtract(float[] x, float s, float[] y, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, j).sub(s).intoArray(y, j);
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        softmaxCrossEntropyGradient(logits, target, dloss, dlogits, 0, logits.rows());
    }

    final void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits,
                                           int from, int to) {
        int n = logits.columns();
        for (int i = from; i < to; i++) {
            float sum = exponentials(logits, i);
            float scale = floats(dloss)[dloss.offset() + i];
            softmaxError(row, sum, floats(target), target.offset() + i * n, scale, n);
            System.arraycopy(row, 0, floats(dlogits), dlogits.offset() + i * n, n);
        }
    }

    private static void softmaxError(float[] x, float sum, float[] t, int ti, float scale, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, j).div(sum).sub(fromArray(FLOATS, t, ti + j)).mul(scale).intoArray(x, j);
        }
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        int size = padded(logits.size());
        float[] e = scratch(size);
        float[] terms = other(size);
        VectorMath.expOfMinusAbs(floats(logits), logits.offset(), e, size);
        VectorMath.log1p(e, terms, size);
        Sweeps.sigmoidCrossEntropy(floats(logits), logits.offset(), floats(target), target.offset(), terms, size);
        for (int i = 0; i < logits.rows(); i++) {
            floats(loss)[loss.offset() + i] = n == 1 ? terms[i] : reductions.sum(terms, i * n, n) / n;
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        float[] errors = scratch(logits.size());
        int size = padded(logits.size());
        VectorMath.sigmoid(floats(logits), logits.offset(), errors, size);
        Sweeps.subtract(errors, 0, floats(target), target.offset(), errors, 0, size);
        scaleRows(errors, 1, dloss, dlogits);
    }

    @Override
    public void squaredError(Tensor output, Tensor target, Tensor loss) {
        int n = output.columns();
        float[] errors = errors(output, target);
        for (int i = 0; i < output.rows(); i++) {
            floats(loss)[loss.offset() + i] =
                    n == 1 ? errors[i] * errors[i] : reductions.dot(errors, i * n, errors, i * n, n) / n;
        }
    }

    @Override
    public void squaredErrorGradient(Tensor output, Tensor target, Tensor dloss, Tensor doutput) {
        scaleRows(errors(output, target), 2, dloss, doutput);
    }

    private float[] errors(Tensor output, Tensor target) {
        float[] errors = scratch(output.size());
        Sweeps.subtract(floats(output), output.offset(), floats(target), target.offset(),
                errors, 0, padded(output.size()));
        return errors;
    }

    /** {@code out[i, j] = errors[i, j] (factor dloss[i] / n)}. */
    private static void scaleRows(float[] errors, float factor, Tensor dloss, Tensor out) {
        int n = out.columns();
        float[] outs = floats(out), scales = floats(dloss);
        for (int i = 0; i < out.rows(); i++) {
            float scale = factor * scales[dloss.offset() + i] / n;
            for (int j = i * n; j < i * n + n; j++) {
                outs[out.offset() + j] = errors[j] * scale;
            }
        }
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

    private float[] other(int n) {
        if (other.length < padded(n)) {
            other = new float[padded(n)];
        }
        return other;
    }

    private static void takeRow(Tensor x, int i, float padding, float[] into) {
        int n = x.columns();
        System.arraycopy(floats(x), x.offset() + i * n, into, 0, n);
        Arrays.fill(into, n, padded(n), padding);
    }
}
