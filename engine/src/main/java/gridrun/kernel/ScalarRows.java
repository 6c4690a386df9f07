package gridrun.kernel;

import gridrun.tensor.Tensor;
import java.util.Arrays;

/** The part of {@link ScalarKernels} that goes along rows and columns: sums, softmax and figures. */
abstract class ScalarRows extends ScalarElements {

    private static final int PARTIALS = 16;

    private final float[] partials = new float[PARTIALS];
    private final RowExponentials exponentials = new RowExponentials(Real.FLOAT32);

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
        for (int i = 0; i < x.rows(); i++) {
            double sum = exponentials.sum(x, i);
            for (int j = 0; j < n; j++) {
                y.set(i * n + j, exponentials.value(j) / sum);
            }
        }
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
        float largest = x[from];
        for (int j = 1; j < n; j++) {
            if (x[from + j] > largest) {
                largest = x[from + j];
                best = j;
            }
        }
        return best;
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        float[] xs = floats(scores), ts = floats(target);
        int others = 0;
        for (int i = 0; i < scores.size(); i++) {
            int said = xs[scores.offset() + i] > (float) threshold ? 1 : 0; // no branch, which random labels would mislead
            others += said ^ (ts[target.offset() + i] > 0.5f ? 1 : 0);
        }
        return scores.size() - others;
    }
}
