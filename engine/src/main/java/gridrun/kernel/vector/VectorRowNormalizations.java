package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.RowNormalizations;
import gridrun.tensor.Tensor;

/**
 * Layer normalization on vectors, divided by rows, and the parameters' gradients by columns. The forms with a first and
 * a last (exclusive) row or column do a part.
 *
 * <p>A row is prepared in scratch memory and its results are written from there, what is left behind the last whole
 * vector by way of one more vector of scratch memory.
 */
final class VectorRowNormalizations implements RowNormalizations {

    private final Team team;
    private final InterleavedSums sums = new InterleavedSums();
    private final float[] lastH = new float[LANES];
    private final float[] lastY = new float[LANES];
    private float[] row = new float[0];

    VectorRowNormalizations(Team team) {
        this.team = team;
    }

    @Override
    public void normalizeRows(Tensor x, Tensor gamma, Tensor beta, double epsilon, Tensor h, Tensor r, Tensor y) {
        if (team.isSmall(x.size(), COMPUTED)) {
            normalizeRows(x, gamma, beta, epsilon, h, r, y, 0, x.rows());
        } else {
            team.share(x.rows(), 1, (member, from, to) -> member.rowNormalizations.normalizeRows(x, gamma, beta,
                    epsilon, h, r, y, from, to));
        }
    }

    void normalizeRows(Tensor x, Tensor gamma, Tensor beta, double epsilon, Tensor h, Tensor r, Tensor y,
            int from, int to) {
        int n = x.columns(), end = whole(n);
        float[] xs = floats(x), gammas = floats(gamma), betas = floats(beta), hs = floats(h), ys = floats(y);
        float[] centered = scratch(n);
        for (int i = from; i < to; i++) {
            int xi = x.offset() + i * n, hi = h.offset() + i * n, yi = y.offset() + i * n;
            RowSweeps.subtract(xs, xi, sums.sum(xs, xi, n) / n, centered, 0, n);
            float variance = sums.dot(centered, 0, centered, 0, n) / n;
            float reciprocal = 1 / (float) Math.sqrt(variance + (float) epsilon);
            floats(r)[r.offset() + i] = reciprocal;
            RowSweeps.normalize(centered, 0, reciprocal, gammas, gamma.offset(), betas, beta.offset(), hs, hi, ys, yi,
                    end);
            if (end < n) {
                RowSweeps.normalize(centered, end, reciprocal, gammas, gamma.offset() + end, betas, beta.offset() + end,
                        lastH, 0, lastY, 0, LANES);
                System.arraycopy(lastH, 0, hs, hi + end, n - end);
                System.arraycopy(lastY, 0, ys, yi + end, n - end);
            }
        }
    }

    @Override
    public void rowsGradient(Tensor gamma, Tensor h, Tensor r, Tensor dy, Tensor dx) {
        if (team.isSmall(h.size(), COMPUTED)) {
            rowsGradient(gamma, h, r, dy, dx, 0, h.rows());
        } else {
            team.share(h.rows(), 1,
                    (member, from, to) -> member.rowNormalizations.rowsGradient(gamma, h, r, dy, dx, from, to));
        }
    }

    void rowsGradient(Tensor gamma, Tensor h, Tensor r, Tensor dy, Tensor dx, int from, int to) {
        int n = h.columns(), end = whole(n);
        float[] hs = floats(h), dys = floats(dy), dxs = floats(dx);
        float[] g = scratch(n);
        for (int i = from; i < to; i++) {
            int hi = h.offset() + i * n, dxi = dx.offset() + i * n;
            Sweeps.multiply(floats(gamma), gamma.offset(), dys, dy.offset() + i * n, g, 0, n);
            float mean = sums.sum(g, 0, n) / n;
            float slope = sums.dot(g, 0, hs, hi, n) / n;
            float reciprocal = floats(r)[r.offset() + i];
            RowSweeps.normalizationGradient(g, 0, mean, slope, reciprocal, hs, hi, dxs, dxi, end);
            if (end < n) {
                RowSweeps.normalizationGradient(g, end, mean, slope, reciprocal, hs, hi + end, lastH, 0, LANES);
                System.arraycopy(lastH, 0, dxs, dxi + end, n - end);
            }
        }
    }

    @Override
    public void rowsParameterGradients(Tensor h, Tensor dy, Tensor dgamma, Tensor dbeta) {
        if (team.isSmall(h.size(), MOVED)) {
            rowsParameterGradients(h, dy, dgamma, dbeta, 0, h.columns());
        } else {
            team.share(h.columns(), LINE, (member, from, to) -> member.rowNormalizations.rowsParameterGradients(h, dy,
                    dgamma, dbeta, from, to));
        }
    }

    void rowsParameterGradients(Tensor h, Tensor dy, Tensor dgamma, Tensor dbeta, int from, int to) {
        for (int j = from; j < to; j += LANES) {
            RowSweeps.parameterGradients(floats(h), h.offset() + j, floats(dy), dy.offset() + j, h.rows(), h.columns(),
                    lastH, lastY);
            int columns = Math.min(LANES, to - j);
            System.arraycopy(lastH, 0, floats(dgamma), dgamma.offset() + j, columns);
            System.arraycopy(lastY, 0, floats(dbeta), dbeta.offset() + j, columns);
        }
    }

    private float[] scratch(int n) {
        if (row.length < padded(n)) {
            row = new float[padded(n)];
        }
        return row;
    }
}
