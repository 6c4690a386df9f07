package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.AND_NOT;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import gridrun.kernel.AdamStep;
import gridrun.kernel.PlainUpdates;
import gridrun.kernel.Updates;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * What optimizers do, in vectors and in one pass over parameters and state, divided by elements. The forms with a first
 * and a last element (exclusive) do a part, which begins at a multiple of the lanes. What is left behind the last whole
 * vector is done in a plain loop; a network's parameters leave nothing.
 *
 * <p>What is too large a loop for the compiler to inline all of is two loops, block by block in the first-level cache.
 * Running means that are no normal floats become 0, as {@code PlainUpdates} says: an exponent of no bits, less 1, is
 * negative, and its sign clears the number. Comparisons would cost JDK 17 half as much again as the whole update.
 */
final class VectorUpdates implements Updates {

    private static final int BLOCK = VectorMath.BLOCK;
    private static final int EXPONENT = 0x7f800000;
    private static final int SIGN = 31;

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
            nesterov(floats(w), w.offset() + from, floats(g), g.offset() + from,
                    floats(v), v.offset() + from, n, (float) rate, (float) mu);
        } else {
            momentum(floats(w), w.offset() + from, floats(g), g.offset() + from,
                    floats(v), v.offset() + from, n, (float) rate, (float) mu);
        }
        plain.momentum(w, g, v, rate, mu, nesterov, from + n, to);
    }

    private static void momentum(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector velocity = broadcast(FLOATS, mu)
                    .fma(fromArray(FLOATS, v, vi + i), fromArray(FLOATS, g, gi + i));
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(velocity, fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
    }

    private static void nesterov(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector velocity = broadcast(FLOATS, mu).fma(fromArray(FLOATS, v, vi + i), gradient);
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(broadcast(FLOATS, mu).fma(velocity, gradient), fromArray(FLOATS, w, wi + i))
                    .intoArray(w, wi + i);
        }
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
        adagrad(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                n, (float) rate, (float) epsilon);
        plain.adagrad(w, g, s, rate, epsilon, from + n, to);
    }

    private static void adagrad(float[] w, int wi, float[] g, int gi, float[] s, int si, int n, float rate,
            float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector square = gradient.fma(gradient, fromArray(FLOATS, s, si + i));
            square.intoArray(s, si + i);
            fromArray(FLOATS, w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
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
        rmsprop(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                n, (float) rate, (float) rho, (float) (1 - rho), (float) epsilon);
        plain.rmsprop(w, g, s, rate, rho, epsilon, from + n, to);
    }

    private static void rmsprop(float[] w, int wi, float[] g, int gi, float[] s, int si, int n,
            float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector square = broadcast(FLOATS, rho)
                    .fma(fromArray(FLOATS, s, si + i), gradient.mul(other).mul(gradient));
            IntVector bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            square.intoArray(s, si + i);
            fromArray(FLOATS, w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
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
        adadelta(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                floats(u), u.offset() + from, n, (float) rate, (float) rho, (float) (1 - rho), (float) epsilon);
        plain.adadelta(w, g, s, u, rate, rho, epsilon, from + n, to);
    }

    private static void adadelta(float[] w, int wi, float[] g, int gi, float[] s, int si, float[] u, int ui, int n,
            float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector changes = fromArray(FLOATS, u, ui + i);
            FloatVector square = broadcast(FLOATS, rho)
                    .fma(fromArray(FLOATS, s, si + i), gradient.mul(other).mul(gradient));
            IntVector bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            FloatVector change = changes.add(epsilon).sqrt().div(square.add(epsilon).sqrt()).mul(gradient);
            square.intoArray(s, si + i);
            changes = broadcast(FLOATS, rho).fma(changes, change.mul(other).mul(change));
            bits = changes.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(u, ui + i);
            broadcast(FLOATS, -rate).fma(change, fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
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
        adam(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from,
                floats(v), v.offset() + from, n, (float) AdamStep.rate(rate, correction1, correction2),
                (float) beta1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2),
                (float) AdamStep.epsilon(epsilon, correction2));
        plain.adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, from + n, to);
    }

    private static void adam(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float step, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector mean = broadcast(FLOATS, beta1).fma(fromArray(FLOATS, m, mi + i), gradient.mul(other1));
            FloatVector square = broadcast(FLOATS, beta2)
                    .fma(fromArray(FLOATS, v, vi + i), gradient.mul(other2).mul(gradient));
            IntVector bits = mean.reinterpretAsInts();
            mean = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            mean.intoArray(m, mi + i);
            square.intoArray(v, vi + i);
            fromArray(FLOATS, w, wi + i).sub(mean.mul(step).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
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
            moments(g, gi + i, m, mi + i, v, vi + i, size, beta1, other1, beta2, other2);
            descendByLargest(w, wi + i, m, mi + i, v, vi + i, x, xi + i, size, step, epsilon);
        }
    }

    private static void descendByLargest(float[] w, int wi, float[] m, int mi, float[] v, int vi, float[] x, int xi,
            int n,
            float step, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector square = fromArray(FLOATS, v, vi + i);
            FloatVector before = fromArray(FLOATS, x, xi + i);
            FloatVector largest = before.blend(square, square.compare(GT, before));
            largest.intoArray(x, xi + i);
            FloatVector change = fromArray(FLOATS, m, mi + i).mul(step).div(largest.sqrt().add(epsilon));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
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
            moments(g, gi + i, m, mi + i, v, vi + i, size, beta1, other1, beta2, other2);
            descendAhead(w, wi + i, g, gi + i, m, mi + i, v, vi + i, size, meanStep, gradientStep, epsilon);
        }
    }

    private static void descendAhead(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float meanStep, float gradientStep, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector direction = broadcast(FLOATS, meanStep)
                    .fma(fromArray(FLOATS, m, mi + i), fromArray(FLOATS, g, gi + i).mul(gradientStep));
            FloatVector change = direction.div(fromArray(FLOATS, v, vi + i).sqrt().add(epsilon));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
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
        lion(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from, n,
                (float) rate, (float) beta1, (float) (1 - beta1), (float) beta2, (float) (1 - beta2));
        plain.lion(w, g, m, rate, beta1, beta2, from + n, to);
    }

    private static void lion(float[] w, int wi, float[] g, int gi, float[] m, int mi, int n,
            float rate, float beta1, float other1, float beta2, float other2) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector before = fromArray(FLOATS, m, mi + i);
            IntVector bits = broadcast(FLOATS, beta1).fma(before, gradient.mul(other1)).reinterpretAsInts();
            FloatVector direction = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats();
            bits = broadcast(FLOATS, beta2).fma(before, gradient.mul(other2)).reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(m, mi + i);
            FloatVector change = direction.blend(rate, direction.compare(GT, 0)).blend(-rate, direction.compare(LT, 0));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
        }
    }

    /** The running means of the gradient and of its square. */
    private static void moments(float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float beta1, float other1, float beta2, float other2) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector mean = broadcast(FLOATS, beta1).fma(fromArray(FLOATS, m, mi + i), gradient.mul(other1));
            FloatVector square = broadcast(FLOATS, beta2)
                    .fma(fromArray(FLOATS, v, vi + i), gradient.mul(other2).mul(gradient));
            IntVector bits = mean.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(m, mi + i);
            bits = square.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(v, vi + i);
        }
    }
}
