package gridrun.kernel;

import gridrun.tensor.Tensor;
import java.util.Arrays;

/** The part of {@link ScalarKernels} that goes along rows and columns: sums, softmax, losses and figures. */
abstract class ScalarRows extends ScalarElements {

    private static final int PARTIALS = 16;

    private final float[] partials = new float[PARTIALS];
    private float[] row = new float[PARTIALS];

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        int n = x.columns();
        float[] xs = floats(x), out = floats(sums);
        for (int j = 0; j < n; j++) {
            float chain = 0;
            for (int i = 0; i < x.rows(); i++) {
                chain += xs[x.offset() + i * n + j];
            }
            out[sums.offset() + j] = chain;
        }
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        int n = x.columns();
        float[] ys = floats(y);
        for (int i = 0; i < x.rows(); i++) {
            float sum = exponentials(x, i);
            for (int j = 0; j < n; j++) {
                ys[y.offset() + i * n + j] = row[j] / sum;
            }
        }
    }

    /** Leaves {@code e^(x[i, j] - max)} in {@code row} and returns the sum. */
    private float exponentials(Tensor x, int i) {
        int n = x.columns();
        float[] xs = floats(x);
        int from = x.offset() + i * n;
        float max = rowMaximum(xs, from, n);
        if (row.length < n) {
            row = new float[n];
        }
        for (int j = 0; j < n; j++) {
            row[j] = FloatMath.exp(xs[from + j] - max);
        }
        return sum(row, 0, n);
    }

    /** The largest element, NaN aside: where there is one, the differences from the maximum are NaN by themselves. */
    private static float rowMaximum(float[] x, int from, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            max = x[from + j] > max ? x[from + j] : max;
        }
        return max;
    }

    @Override
    public void softmaxGradient(Tensor y, Tensor dy, Tensor dx) {
        int n = y.columns();
        float[] ys = floats(y), dys = floats(dy), dxs = floats(dx);
        for (int i = 0; i < y.rows() * n; i += n) {
            float dot = dot(ys, y.offset() + i, dys, dy.offset() + i, n);
            for (int j = i; j < i + n; j++) {
                dxs[dx.offset() + j] = ys[y.offset() + j] * (dys[dy.offset() + j] - dot);
            }
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        int n = out.columns();
        for (int i = 0; i < out.rows(); i++) {
            System.arraycopy(floats(table), table.offset() + rows[from + i] * n, floats(out), out.offset() + i * n, n);
        }
    }

    /* ---- losses ---- */

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        float[] zs = floats(logits), ts = floats(target);
        for (int i = 0; i < logits.rows(); i++) {
            float max = rowMaximum(zs, logits.offset() + i * n, n);
            float log = FloatMath.log(exponentials(logits, i));
            for (int j = 0; j < n; j++) {
                row[j] = zs[logits.offset() + i * n + j] - max;
            }
            floats(loss)[loss.offset() + i] = log - dot(ts, target.offset() + i * n, row, 0, n);
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        float[] ts = floats(target), dzs = floats(dlogits);
        for (int i = 0; i < logits.rows(); i++) {
            float sum = exponentials(logits, i);
            float scale = floats(dloss)[dloss.offset() + i];
            for (int j = 0; j < n; j++) {
                dzs[dlogits.offset() + i * n + j] = (row[j] / sum - ts[target.offset() + i * n + j]) * scale;
            }
        }
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        float[] zs = floats(logits), ts = floats(target);
        for (int i = 0; i < logits.rows(); i++) {
            clearPartials();
            for (int j = 0; j < n; j++) {
                float z = zs[logits.offset() + i * n + j];
                float t = ts[target.offset() + i * n + j];
                partials[j % PARTIALS] +=
                        Math.fma(-t, z, FloatMath.relu(z)) + FloatMath.log1p(FloatMath.exp(-Math.abs(z)));
            }
            floats(loss)[loss.offset() + i] = sumOfPartials() / n;
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        float[] zs = floats(logits), ts = floats(target), dzs = floats(dlogits);
        for (int i = 0; i < logits.size(); i++) {
            float scale = floats(dloss)[dloss.offset() + i / n] / n;
            dzs[dlogits.offset() + i] =
                    (FloatMath.sigmoid(zs[logits.offset() + i]) - ts[target.offset() + i]) * scale;
        }
    }

    @Override
    public void squaredError(Tensor output, Tensor target, Tensor loss) {
        int n = output.columns();
        float[] ys = floats(output), ts = floats(target);
        for (int i = 0; i < output.rows(); i++) {
            clearPartials();
            for (int j = 0; j < n; j++) {
                float error = ys[output.offset() + i * n + j] - ts[target.offset() + i * n + j];
                partials[j % PARTIALS] = Math.fma(error, error, partials[j % PARTIALS]);
            }
            floats(loss)[loss.offset() + i] = sumOfPartials() / n;
        }
    }

    @Override
    public void squaredErrorGradient(Tensor output, Tensor target, Tensor dloss, Tensor doutput) {
        int n = output.columns();
        float[] ys = floats(output), ts = floats(target), dys = floats(doutput);
        for (int i = 0; i < output.size(); i++) {
            float scale = 2 * floats(dloss)[dloss.offset() + i / n] / n;
            dys[doutput.offset() + i] = (ys[output.offset() + i] - ts[target.offset() + i]) * scale;
        }
    }

    /* ---- figures ---- */

    @Override
    public double sum(Tensor x) {
        return sum(floats(x), x.offset(), x.size());
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return dot(floats(x), x.offset(), floats(x), x.offset(), x.size());
    }

    private float sum(float[] x, int from, int n) {
        clearPartials();
        for (int i = 0; i < n; i++) {
            partials[i % PARTIALS] += x[from + i];
        }
        return sumOfPartials();
    }

    private float dot(float[] a, int ai, float[] b, int bi, int n) {
        clearPartials();
        for (int i = 0; i < n; i++) {
            partials[i % PARTIALS] = Math.fma(a[ai + i], b[bi + i], partials[i % PARTIALS]);
        }
        return sumOfPartials();
    }

    private void clearPartials() {
        Arrays.fill(partials, 0);
    }

    private float sumOfPartials() {
        for (int half = PARTIALS / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                partials[j] += partials[j + half];
            }
        }
        return partials[0];
    }

    @Override
    public int countSameArgmax(Tensor scores, Tensor target) {
        int n = scores.columns();
        int count = 0;
        for (int i = 0; i < scores.rows(); i++) {
            int best = argmax(floats(scores), scores.offset() + i * n, n);
            count += best == argmax(floats(target), target.offset() + i * n, n) ? 1 : 0;
        }
        return count;
    }

    private static int argmax(float[] x, int from, int n) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            best = x[from + j] > x[from + best] ? j : best;
        }
        return best;
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        float[] xs = floats(scores), ts = floats(target);
        int count = 0;
        for (int i = 0; i < scores.size(); i++) {
            count += xs[scores.offset() + i] > (float) threshold == ts[target.offset() + i] > 0.5f ? 1 : 0;
        }
        return count;
    }
}
