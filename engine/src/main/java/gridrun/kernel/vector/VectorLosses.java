package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Team.DEAR;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.FloatMath;
import gridrun.kernel.Losses;
import gridrun.kernel.PlainLosses;
import gridrun.kernel.PointwiseLoss;
import gridrun.tensor.Tensor;

/**
 * The kernels of losses in vectors. What is computed goes to scratch memory, padded to whole vectors, and its elements
 * are copied out. The forms with a first and a last row (exclusive) do a part: those along many classes are divided by
 * rows, the others are too small to be.
 */
final class VectorLosses implements Losses {

    private final Team team;
    private final PlainLosses plain = PlainLosses.float32();
    private final InterleavedSums sums = new InterleavedSums();
    private final VectorRowExponentials exponentials = new VectorRowExponentials();
    private float[] first = new float[0];
    private float[] second = new float[0];

    VectorLosses(Team team) {
        this.team = team;
    }

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        if (team.isSmall(logits.size(), DEAR)) {
            softmaxCrossEntropy(logits, target, loss, 0, logits.rows());
        } else {
            team.share(logits.rows(), 1,
                    (member, from, to) -> member.losses.softmaxCrossEntropy(logits, target, loss, from, to));
        }
    }

    void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss, int from, int to) {
        int n = logits.columns();
        int step = VectorRowExponentials.rowsAtATime(n);
        for (int i = from; i < to; i += step) {
            int rows = Math.min(step, to - i);
            exponentials.take(logits, i, i + rows);
            for (int r = 0; r < rows; r++) {
                float dot = sums.dot(floats(target), target.offset() + (i + r) * n, exponentials.shifted(), r * n, n);
                floats(loss)[loss.offset() + i + r] = FloatMath.log(exponentials.sum(r)) - dot;
            }
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        if (team.isSmall(logits.size(), DEAR)) {
            softmaxCrossEntropyGradient(logits, target, dloss, dlogits, 0, logits.rows());
        } else {
            team.share(logits.rows(), 1, (member, from, to) -> member.losses.softmaxCrossEntropyGradient(logits, target,
                    dloss, dlogits, from, to));
        }
    }

    void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits, int from, int to) {
        int n = logits.columns();
        int step = VectorRowExponentials.rowsAtATime(n);
        for (int i = from; i < to; i += step) {
            int rows = Math.min(step, to - i);
            exponentials.take(logits, i, i + rows);
            float[] errors = exponentials.shifted();
            for (int r = 0; r < rows; r++) {
                LossSweeps.softmaxError(exponentials.values(), r * n, exponentials.sum(r),
                        floats(target), target.offset() + (i + r) * n, floats(dloss)[dloss.offset() + i + r], errors,
                        r * n, n);
            }
            System.arraycopy(errors, 0, floats(dlogits), dlogits.offset() + i * n, rows * n);
        }
    }

    @Override
    public void subtractEntropy(Tensor target, Tensor loss) {
        plain.subtractEntropy(target, loss);
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        int size = prepare(logits.size());
        VectorMath.expOfMinusAbs(floats(logits), logits.offset(), first, size);
        VectorMath.log1p(first, second, size);
        LossSweeps.sigmoidCrossEntropy(floats(logits), logits.offset(), floats(target), target.offset(), second, size);
        for (int i = 0; i < logits.rows(); i++) {
            floats(loss)[loss.offset() + i] = n == 1 ? second[i] : sums.sum(second, i * n, n) / n;
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int size = prepare(logits.size());
        VectorMath.sigmoid(floats(logits), logits.offset(), first, size);
        Sweeps.subtract(first, 0, floats(target), target.offset(), first, 0, size);
        scaleRows(first, 1, dloss, dlogits);
    }

    @Override
    public void pointwise(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor loss) {
        int n = output.columns();
        slopesAndLevers(f, p, output, target);
        for (int i = 0; i < output.rows(); i++) {
            floats(loss)[loss.offset() + i] = n == 1
                    ? Math.fma(first[i], second[i], 0) : sums.dot(first, i * n, second, i * n, n) / n;
        }
    }

    @Override
    public void pointwiseGradient(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor dloss,
            Tensor doutput) {
        slopesAndLevers(f, p, output, target);
        scaleRows(first, f == PointwiseLoss.SQUARED ? 2 : 1, dloss, doutput);
    }

    private void slopesAndLevers(PointwiseLoss f, double p, Tensor output, Tensor target) {
        int size = prepare(output.size());
        LossSweeps.pointwise(f, (float) p, floats(output), output.offset(), floats(target), target.offset(), first,
                second, size);
    }

    /** {@code out[i, j] = slopes[i, j] (factor dloss[i] / n)}. */
    private static void scaleRows(float[] slopes, float factor, Tensor dloss, Tensor out) {
        int n = out.columns();
        float[] outs = floats(out), scales = floats(dloss);
        for (int i = 0; i < out.rows(); i++) {
            float scale = factor * scales[dloss.offset() + i] / n;
            for (int j = i * n; j < i * n + n; j++) {
                outs[out.offset() + j] = slopes[j] * scale;
            }
        }
    }

    @Override
    public void smooth(Tensor target, double share, double even, Tensor smooth) {
        int size = prepare(target.size());
        LossSweeps.affine((float) (1 - share), floats(target), target.offset(), (float) (share * even), first, 0, size);
        System.arraycopy(first, 0, floats(smooth), smooth.offset(), target.size());
    }

    /**
     * Makes room for n elements in scratch memory, and a vector behind them; returns their number with what pads them.
     */
    private int prepare(int n) {
        if (first.length < padded(n) + WIDEST) {
            first = new float[padded(n) + WIDEST];
            second = new float[padded(n) + WIDEST];
        }
        return padded(n);
    }
}
