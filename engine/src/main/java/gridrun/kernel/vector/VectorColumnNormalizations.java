package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.ColumnNormalizations;
import gridrun.tensor.Tensor;

/**
 * Normalization of columns in vectors, with scratch memory of its own: sums are divided by columns, the rest by
 * elements.
 */
final class VectorColumnNormalizations implements ColumnNormalizations {

    private final Team team;
    private float[] mean = new float[0];
    private float[] inverse = mean;
    private float[] gammas = mean;
    private float[] betas = mean;
    private float[] slope = mean;

    VectorColumnNormalizations(Team team) {
        this.team = team;
    }

    @Override
    public void moments(Tensor x, Tensor means, Tensor variances) {
        int n = x.columns();
        reserve(n);
        moments(x);
        System.arraycopy(mean, 0, floats(means), means.offset(), n);
        System.arraycopy(inverse, 0, floats(variances), variances.offset(), n);
    }

    @Override
    public void normalize(Tensor x, Tensor means, Tensor variances, double epsilon, Tensor gamma, Tensor beta,
            Tensor y) {
        int n = x.columns();
        begin(means, variances, epsilon, n);
        take(gamma, gammas);
        take(beta, betas);
        normalize(x, y);
    }

    @Override
    public void gradients(Tensor x, Tensor means, Tensor variances, double epsilon, Tensor gamma, Tensor dy,
            Tensor dgamma, Tensor dbeta, Tensor dx) {
        int n = x.columns();
        begin(means, variances, epsilon, n);
        sums(x, dy);
        System.arraycopy(slope, 0, floats(dgamma), dgamma.offset(), n);
        System.arraycopy(betas, 0, floats(dbeta), dbeta.offset(), n);
        if (dx == null) {
            return;
        }
        for (int j = 0; j < n; j++) {
            gammas[j] = floats(gamma)[gamma.offset() + j] * inverse[j];
            betas[j] /= x.rows();
            slope[j] /= x.rows();
        }
        wrap(gammas, n);
        wrap(betas, n);
        wrap(slope, n);
        gradient(x, dy, dx);
    }

    /* ---- the four loops over all columns or elements, and each over those from the first to before the last ---- */

    private void moments(Tensor x) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            moments(x, 0, x.columns());
        } else {
            team.share(x.columns(), Team.LINE, (member, from, to) -> moments(x, from, to));
        }
    }

    private void moments(Tensor x, int from, int to) {
        for (int j = from; j < to; j += LANES) {
            ColumnSweeps.moments(floats(x), x.offset() + j, x.rows(), x.columns(), mean, inverse, j);
        }
    }

    private void sums(Tensor x, Tensor dy) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            sums(x, dy, 0, x.columns());
        } else {
            team.share(x.columns(), Team.LINE, (member, from, to) -> sums(x, dy, from, to));
        }
    }

    private void sums(Tensor x, Tensor dy, int from, int to) {
        for (int j = from; j < to; j += LANES) {
            ColumnSweeps.sums(floats(x), x.offset() + j, floats(dy), dy.offset() + j, x.rows(), x.columns(),
                    mean, inverse, slope, betas, j);
        }
    }

    private void normalize(Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            normalize(x, y, 0, x.size());
        } else {
            team.share(x.size(), Team.LINE, (member, from, to) -> normalize(x, y, from, to));
        }
    }

    private void normalize(Tensor x, Tensor y, int from, int to) {
        ColumnSweeps.normalize(floats(x), x.offset(), floats(y), y.offset(), from, to, x.columns(),
                mean, inverse, gammas, betas);
    }

    private void gradient(Tensor x, Tensor dy, Tensor dx) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            gradient(x, dy, dx, 0, x.size());
        } else {
            team.share(x.size(), Team.LINE, (member, from, to) -> gradient(x, dy, dx, from, to));
        }
    }

    private void gradient(Tensor x, Tensor dy, Tensor dx, int from, int to) {
        ColumnSweeps.gradient(floats(x), x.offset(), floats(dy), dy.offset(), floats(dx), dx.offset(), from, to,
                x.columns(), mean, inverse, gammas, betas, slope);
    }

    private void begin(Tensor means, Tensor variances, double epsilon, int n) {
        reserve(n);
        take(means, mean);
        for (int j = 0; j < n; j++) {
            inverse[j] = 1 / (float) Math.sqrt(floats(variances)[variances.offset() + j] + (float) epsilon);
        }
        wrap(inverse, n);
    }

    private void reserve(int n) {
        if (mean.length < n + WIDEST) {
            mean = new float[n + WIDEST];
            inverse = new float[n + WIDEST];
            gammas = new float[n + WIDEST];
            betas = new float[n + WIDEST];
            slope = new float[n + WIDEST];
        }
    }

    private static void take(Tensor columns, float[] into) {
        System.arraycopy(floats(columns), columns.offset(), into, 0, columns.size());
        wrap(into, columns.size());
    }

    /** Lets the columns begin again behind the last. */
    private static void wrap(float[] columns, int n) {
        for (int j = 0; j < WIDEST; j++) {
            columns[n + j] = columns[j];
        }
    }
}
