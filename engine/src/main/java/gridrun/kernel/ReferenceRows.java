package gridrun.kernel;

import gridrun.tensor.Tensor;

/** The part of {@link ReferenceKernels} that goes along rows and columns: sums, softmax and figures. */
abstract class ReferenceRows extends ReferenceElements {

    private final RowExponentials exponentials = new RowExponentials(Real.FLOAT64);

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        int n = x.columns();
        double[] xs = doubles(x), out = doubles(sums);
        for (int j = 0; j < n; j++) {
            double chain = 0;
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
        double[] ys = doubles(y), dys = doubles(dy), dxs = doubles(dx);
        for (int i = 0; i < y.rows() * n; i += n) {
            double dot = dot(ys, y.offset() + i, dys, dy.offset() + i, n);
            for (int j = i; j < i + n; j++) {
                dxs[dx.offset() + j] = ys[y.offset() + j] * (dys[dy.offset() + j] - dot);
            }
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        int n = out.columns();
        float[] data = table.arena().floats();
        for (int i = 0; i < out.size(); i++) {
            doubles(out)[out.offset() + i] = data[table.offset() + rows[from + i / n] * n + i % n];
        }
    }

    /* ---- figures ---- */

    @Override
    public double sum(Tensor x) {
        return sum(doubles(x), x.offset(), x.size());
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return dot(doubles(x), x.offset(), doubles(x), x.offset(), x.size());
    }

    private static double sum(double[] x, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += x[i];
        }
        return sum;
    }

    private static double dot(double[] a, int ai, double[] b, int bi, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[ai + i] * b[bi + i];
        }
        return sum;
    }

    @Override
    public int countSameArgmax(Tensor scores, Tensor target) {
        int n = scores.columns();
        int count = 0;
        for (int i = 0; i < scores.rows(); i++) {
            int best = argmax(doubles(scores), scores.offset() + i * n, n);
            count += best == argmax(doubles(target), target.offset() + i * n, n) ? 1 : 0;
        }
        return count;
    }

    private static int argmax(double[] x, int from, int n) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            best = x[from + j] > x[from + best] ? j : best;
        }
        return best;
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        double[] xs = doubles(scores), ts = doubles(target);
        int count = 0;
        for (int i = 0; i < scores.size(); i++) {
            count += xs[scores.offset() + i] > threshold == ts[target.offset() + i] > 0.5 ? 1 : 0;
        }
        return count;
    }
}
