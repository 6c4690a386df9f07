package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.AdamStep;
import gridrun.kernel.PlainUpdates;
import gridrun.kernel.Updates;
import gridrun.tensor.Tensor;

/**
 * What optimizers do, in vectors and in one pass over parameters and state, divided by elements. The forms with a first
 * and a last element (exclusive) do a part, which begins at a multiple of the lanes. What is left behind the last whole
 * vector is done in a plain loop; a network's parameters leave nothing.
 *
 * <p>What is too large for one loop is two, block by block in the first-level cache.
 */
final class VectorUpdates implements Updates {

    private static final int BLOCK = VectorMath.BLOCK;

    private final Team team;
    private final PlainUpdates plain = PlainUpdates.FLOAT32;

    VectorUpdates(Team team) {
        this.team = team;
    }

    @Override
    public void sgd(Tensor w, Tensor g, double rate) {
        if (team.isSmall(w.size(), MOVED)) {
            sgd(w, g, rate, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> sgd(w, g, rate, from, to));
        }
    }

    private void sgd(Tensor w, Tensor g, double rate, int from, int to) {
        int n = whole(to - from);
        Sweeps.addScaled((float) -rate, floats(g), g.offset() + from, floats(w), w.offset() + from,
                floats(w), w.offset() + from, n);
        plain.sgd(w, g, rate, from + n, to);
    }

    @Override
    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov) {
        if (team.isSmall(w.size(), MOVED)) {
            momentum(w, g, v, rate, mu, nesterov, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> momentum(w, g, v, rate, mu, nesterov, from, to));
        }
    }

    private void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov, int from, int to) {
        int n = whole(to - from);
        if (nesterov) {
            UpdateSweeps.nesterov(floats(w), w.offset() + from, floats(g), g.offset() + from,
                    floats(v), v.offset() + from, n, (float) rate, (float) mu);
        } else {
            UpdateSweeps.momentum(floats(w), w.offset() + from, floats(g), g.offset() + from,
                    floats(v), v.offset() + from, n, (float) rate, (float) mu);
        }
        plain.momentum(w, g, v, rate, mu, nesterov, from + n, to);
    }

    @Override
    public void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            adagrad(w, g, s, rate, epsilon, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> adagrad(w, g, s, rate, epsilon, from, to));
        }
    }

    private void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon, int from, int to) {
        int n = whole(to - from);
        UpdateSweeps.adagrad(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                n, (float) rate, (float) epsilon);
        plain.adagrad(w, g, s, rate, epsilon, from + n, to);
    }

    @Override
    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            rmsprop(w, g, s, rate, rho, epsilon, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> rmsprop(w, g, s, rate, rho, epsilon, from, to));
        }
    }

    private void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon, int from, int to) {
        int n = whole(to - from);
        UpdateSweeps.rmsprop(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                n, (float) rate, (float) rho, (float) (1 - rho), (float) epsilon);
        plain.rmsprop(w, g, s, rate, rho, epsilon, from + n, to);
    }

    @Override
    public void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon) {
        if (team.isSmall(w.size(), COMPUTED)) {
            adadelta(w, g, s, u, rate, rho, epsilon, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> adadelta(w, g, s, u, rate, rho, epsilon, from, to));
        }
    }

    private void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon, int from,
            int to) {
        int n = whole(to - from);
        UpdateSweeps.adadelta(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                floats(u), u.offset() + from, n, (float) rate, (float) rho, (float) (1 - rho), (float) epsilon);
        plain.adadelta(w, g, s, u, rate, rho, epsilon, from + n, to);
    }

    @Override
    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
            double correction1, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> adam(
                    w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, from, to));
        }
    }

    private void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
            double correction1, double correction2, int from, int to) {
        int n = whole(to - from);
        UpdateSweeps.adam(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from,
                floats(v), v.offset() + from, n, (float) AdamStep.rate(rate, correction1, correction2),
                (float) beta1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2),
                (float) AdamStep.epsilon(epsilon, correction2));
        plain.adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, from + n, to);
    }

    @Override
    public void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
            double epsilon, double correction1, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            amsgrad(w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> amsgrad(
                    w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2, from, to));
        }
    }

    private void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
            double epsilon, double correction1, double correction2, int from, int to) {
        int n = whole(to - from);
        amsgrad(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from,
                floats(v), v.offset() + from, floats(x), x.offset() + from, n,
                (float) AdamStep.rate(rate, correction1, correction2), (float) beta1, (float) (1 - beta1),
                (float) beta2, (float) (1 - beta2), (float) AdamStep.epsilon(epsilon, correction2));
        plain.amsgrad(w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2, from + n, to);
    }

    private static void amsgrad(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi,
            float[] x, int xi, int n,
            float step, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += BLOCK) {
            int size = Math.min(BLOCK, n - i);
            UpdateSweeps.moments(g, gi + i, m, mi + i, v, vi + i, size, beta1, other1, beta2, other2);
            UpdateSweeps.descendByLargest(w, wi + i, m, mi + i, v, vi + i, x, xi + i, size, step, epsilon);
        }
    }

    @Override
    public void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1,
            double beta2, double epsilon, double correction2) {
        if (team.isSmall(w.size(), COMPUTED)) {
            nadam(w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> nadam(
                    w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2, from, to));
        }
    }

    private void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1,
            double beta2,
            double epsilon, double correction2, int from, int to) {
        int n = whole(to - from);
        nadam(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from,
                floats(v), v.offset() + from, n, (float) AdamStep.rate(meanRate, 1, correction2),
                (float) AdamStep.rate(gradientRate, 1, correction2), (float) beta1, (float) (1 - beta1),
                (float) beta2, (float) (1 - beta2), (float) AdamStep.epsilon(epsilon, correction2));
        plain.nadam(w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2, from + n, to);
    }

    private static void nadam(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float meanStep,
            float gradientStep, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += BLOCK) {
            int size = Math.min(BLOCK, n - i);
            UpdateSweeps.moments(g, gi + i, m, mi + i, v, vi + i, size, beta1, other1, beta2, other2);
            UpdateSweeps.descendAhead(w, wi + i, g, gi + i, m, mi + i, v, vi + i, size, meanStep, gradientStep,
                    epsilon);
        }
    }

    @Override
    public void lion(Tensor w, Tensor g, Tensor m, double rate, double beta1, double beta2) {
        if (team.isSmall(w.size(), MOVED)) {
            lion(w, g, m, rate, beta1, beta2, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> lion(w, g, m, rate, beta1, beta2, from, to));
        }
    }

    private void lion(Tensor w, Tensor g, Tensor m, double rate, double beta1, double beta2, int from, int to) {
        int n = whole(to - from);
        UpdateSweeps.lion(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from, n,
                (float) rate, (float) beta1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2));
        plain.lion(w, g, m, rate, beta1, beta2, from + n, to);
    }
}
