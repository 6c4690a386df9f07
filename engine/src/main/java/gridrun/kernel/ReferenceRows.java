package gridrun.kernel;

import gridrun.tensor.Tensor;

/** The part of {@link ReferenceKernels} that goes along rows and columns: sums, softmax, losses and figures. */
abstract class ReferenceRows extends ReferenceElements {

    private double[] row = new double[0];

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
        double[] ys = doubles(y);
        for (int i = 0; i < x.rows(); i++) {
            double sum = exponentials(x, i);
            for (int j = 0; j < n; j++) {
                ys[y.offset() + i * n + j] = row[j] / sum;
            }
        }
    }

    /** Leaves {@code e^(x[i, j] - max)} in {@code row} and returns the sum. */
    private double exponentials(Tensor x, int i) {
        int n = x.columns();
        double[] xs = doubles(x);
        int from = x.offset() + i * n;
        double max = rowMaximum(xs, from, n);
        if (row.length < n) {
            row = new double[n];
        }
        for (int j = 0; j < n; j++) {
            row[j] = ReferenceMath.exp(xs[from + j] - max);
        }
        return sum(row, 0, n);
    }

    /** The largest element, NaN aside: where there is one, the differences from the maximum are NaN by themselves. */
    private static double rowMaximum(double[] x, int from, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            max = x[from + j] > max ? x[from + j] : max;
        }
        return max;
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

    /* ---- losses ---- */

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        double[] zs = doubles(logits), ts = doubles(target);
        for (int i = 0; i < logits.rows(); i++) {
            double max = rowMaximum(zs, logits.offset() + i * n, n);
            double log = ReferenceMath.log(exponentials(logits, i));
            for (int j = 0; j < n; j++) {
                row[j] = zs[logits.offset() + i * n + j] - max;
            }
            doubles(loss)[loss.offset() + i] = log - dot(ts, target.offset() + i * n, row, 0, n);
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        double[] ts = doubles(target), dzs = doubles(dlogits);
        for (int i = 0; i < logits.rows(); i++) {
            double sum = exponentials(logits, i);
            double scale = doubles(dloss)[dloss.offset() + i];
            for (int j = 0; j < n; j++) {
                dzs[dlogits.offset() + i * n + j] = (row[j] / sum - ts[target.offset() + i * n + j]) * scale;
            }
        }
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        double[] zs = doubles(logits), ts = doubles(target);
        for (int i = 0; i < logits.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double z = zs[logits.offset() + i * n + j];
                double t = ts[target.offset() + i * n + j];
                sum += ReferenceMath.relu(z) - t * z + ReferenceMath.log1p(ReferenceMath.exp(-Math.abs(z)));
            }
            doubles(loss)[loss.offset() + i] = sum / n;
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        double[] zs = doubles(logits), ts = doubles(target), dzs = doubles(dlogits);
        for (int i = 0; i < logits.size(); i++) {
            double scale = doubles(dloss)[dloss.offset() + i / n] / n;
            dzs[dlogits.offset() + i] =
                    (ReferenceMath.sigmoid(zs[logits.offset() + i]) - ts[target.offset() + i]) * scale;
        }
    }

    @Override
    public void squaredError(Tensor output, Tensor target, Tensor loss) {
        int n = output.columns();
        double[] ys = doubles(output), ts = doubles(target);
        for (int i = 0; i < output.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double error = ys[output.offset() + i * n + j] - ts[target.offset() + i * n + j];
                sum += error * error;
            }
            doubles(loss)[loss.offset() + i] = sum / n;
        }
    }

    @Override
    public void squaredErrorGradient(Tensor output, Tensor target, Tensor dloss, Tensor doutput) {
        int n = output.columns();
        double[] ys = doubles(output), ts = doubles(target), dys = doubles(doutput);
        for (int i = 0; i < output.size(); i++) {
            double scale = 2 * doubles(dloss)[dloss.offset() + i / n] / n;
            dys[doutput.offset() + i] = (ys[output.offset() + i] - ts[target.offset() + i]) * scale;
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
