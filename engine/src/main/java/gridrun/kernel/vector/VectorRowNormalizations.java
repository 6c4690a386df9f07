package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import gridrun.kernel.RowNormalizations;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

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
            center(xs, xi, sums.sum(xs, xi, n) / n, centered, n);
            float variance = sums.dot(centered, 0, centered, 0, n) / n;
            float reciprocal = 1 / (float) Math.sqrt(variance + (float) epsilon);
            floats(r)[r.offset() + i] = reciprocal;
            scale(centered, 0, reciprocal, gammas, gamma.offset(), betas, beta.offset(), hs, hi, ys, yi, end);
            if (end < n) {
                scale(centered, end, reciprocal, gammas, gamma.offset() + end, betas, beta.offset() + end,
                        lastH, 0, lastY, 0, LANES);
                System.arraycopy(lastH, 0, hs, hi + end, n - end);
                System.arraycopy(lastY, 0, ys, yi + end, n - end);
            }
        }
    }

    private static void center(float[] x, int xi, float mean, float[] c, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, xi + j).sub(mean).intoArray(c, j);
        }
    }

    private static void scale(float[] c, int ci, float r, float[] gamma, int gi, float[] beta, int bi,
            float[] hs, int hi, float[] ys, int yi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector h = fromArray(FLOATS, c, ci + j).mul(r);
            h.intoArray(hs, hi + j);
            fromArray(FLOATS, gamma, gi + j).fma(h, fromArray(FLOATS, beta, bi + j)).intoArray(ys, yi + j);
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
            gradient(g, 0, mean, slope, reciprocal, hs, hi, dxs, dxi, end);
            if (end < n) {
                gradient(g, end, mean, slope, reciprocal, hs, hi + end, lastH, 0, LANES);
                System.arraycopy(lastH, 0, dxs, dxi + end, n - end);
            }
        }
    }

    private static void gradient(float[] g, int gi, float mean, float slope, float r, float[] h, int hi,
            float[] dx, int dxi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector centered = fromArray(FLOATS, g, gi + j).sub(mean);
            broadcast(FLOATS, -slope).fma(fromArray(FLOATS, h, hi + j), centered).mul(r).intoArray(dx, dxi + j);
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
            columns(floats(h), h.offset() + j, floats(dy), dy.offset() + j, h.rows(), h.columns(), lastH, lastY);
            int columns = Math.min(LANES, to - j);
            System.arraycopy(lastH, 0, floats(dgamma), dgamma.offset() + j, columns);
            System.arraycopy(lastY, 0, floats(dbeta), dbeta.offset() + j, columns);
        }
    }

    private static void columns(float[] hs, int hi, float[] dys, int dyi, int rows, int step, float[] dgamma,
            float[] dbeta) {
        FloatVector scale = broadcast(FLOATS, 0f);
        FloatVector shift = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            FloatVector dy = fromArray(FLOATS, dys, dyi + i * step);
            scale = dy.fma(fromArray(FLOATS, hs, hi + i * step), scale);
            shift = shift.add(dy);
        }
        scale.intoArray(dgamma, 0);
        shift.intoArray(dbeta, 0);
    }

    private float[] scratch(int n) {
        if (row.length < padded(n)) {
            row = new float[padded(n)];
        }
        return row;
    }
}
