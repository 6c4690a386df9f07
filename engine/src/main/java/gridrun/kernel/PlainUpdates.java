package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * The optimizers' kernels as plain loops in either precision. The forms with a first and a last element (exclusive) do
 * a part.
 */
public final class PlainUpdates implements Updates {

    /** In float32, to the bit what vectors compute. */
    public static final PlainUpdates FLOAT32 = new PlainUpdates(Real.FLOAT32);

    private final Real real;

    PlainUpdates(Real real) {
        this.real = real;
    }

    @Override
    public void sgd(Tensor w, Tensor g, double rate) {
        sgd(w, g, rate, 0, w.size());
    }

    public void sgd(Tensor w, Tensor g, double rate, int from, int to) {
        for (int i = from; i < to; i++) {
            w.set(i, real.fma(real.round(-rate), g.get(i), w.get(i)));
        }
    }

    @Override
    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov) {
        momentum(w, g, v, rate, mu, nesterov, 0, w.size());
    }

    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov, int from, int to) {
        double share = real.round(mu);
        for (int i = from; i < to; i++) {
            double velocity = real.fma(share, v.get(i), g.get(i));
            double direction = nesterov ? real.fma(share, velocity, g.get(i)) : velocity;
            v.set(i, velocity);
            w.set(i, real.fma(real.round(-rate), direction, w.get(i)));
        }
    }

    @Override
    public void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon) {
        adagrad(w, g, s, rate, epsilon, 0, w.size());
    }

    public void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon, int from, int to) {
        double step = real.round(rate), floor = real.round(epsilon);
        for (int i = from; i < to; i++) {
            double gradient = g.get(i);
            double square = real.fma(gradient, gradient, s.get(i));
            s.set(i, square);
            descend(w, i, real.multiply(gradient, step), real.add(real.sqrt(square), floor));
        }
    }

    @Override
    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon) {
        rmsprop(w, g, s, rate, rho, epsilon, 0, w.size());
    }

    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon, int from, int to) {
        double step = real.round(rate), floor = real.round(epsilon);
        for (int i = from; i < to; i++) {
            double gradient = g.get(i);
            double square = meanSquare(rho, s.get(i), gradient);
            s.set(i, square);
            descend(w, i, real.multiply(gradient, step), real.add(real.sqrt(square), floor));
        }
    }

    @Override
    public void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon) {
        adadelta(w, g, s, u, rate, rho, epsilon, 0, w.size());
    }

    public void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon, int from,
            int to) {
        double floor = real.round(epsilon);
        for (int i = from; i < to; i++) {
            double gradient = g.get(i);
            double square = meanSquare(rho, s.get(i), gradient);
            double ratio = real.divide(real.sqrt(real.add(u.get(i), floor)), real.sqrt(real.add(square, floor)));
            double change = real.multiply(ratio, gradient);
            s.set(i, square);
            u.set(i, meanSquare(rho, u.get(i), change));
            w.set(i, real.fma(real.round(-rate), change, w.get(i)));
        }
    }

    @Override
    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
            double correction1, double correction2) {
        adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, 0, w.size());
    }

    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
            double correction1, double correction2, int from, int to) {
        double step = real.round(AdamStep.rate(rate, correction1, correction2));
        double floor = real.round(AdamStep.epsilon(epsilon, correction2));
        for (int i = from; i < to; i++) {
            double mean = mean(beta1, m.get(i), g.get(i));
            double square = meanSquare(beta2, v.get(i), g.get(i));
            m.set(i, mean);
            v.set(i, square);
            descend(w, i, real.multiply(mean, step), real.add(real.sqrt(square), floor));
        }
    }

    @Override
    public void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
            double epsilon, double correction1, double correction2) {
        amsgrad(w, g, m, v, x, rate, beta1, beta2, epsilon, correction1, correction2, 0, w.size());
    }

    public void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
            double epsilon, double correction1, double correction2, int from, int to) {
        double step = real.round(AdamStep.rate(rate, correction1, correction2));
        double floor = real.round(AdamStep.epsilon(epsilon, correction2));
        for (int i = from; i < to; i++) {
            double mean = mean(beta1, m.get(i), g.get(i));
            double square = meanSquare(beta2, v.get(i), g.get(i));
            double largest = square > x.get(i) ? square : x.get(i);
            m.set(i, mean);
            v.set(i, square);
            x.set(i, largest);
            descend(w, i, real.multiply(mean, step), real.add(real.sqrt(largest), floor));
        }
    }

    @Override
    public void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1,
            double beta2, double epsilon, double correction2) {
        nadam(w, g, m, v, meanRate, gradientRate, beta1, beta2, epsilon, correction2, 0, w.size());
    }

    public void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1,
            double beta2, double epsilon, double correction2, int from, int to) {
        double meanStep = real.round(AdamStep.rate(meanRate, 1, correction2));
        double gradientStep = real.round(AdamStep.rate(gradientRate, 1, correction2));
        double floor = real.round(AdamStep.epsilon(epsilon, correction2));
        for (int i = from; i < to; i++) {
            double mean = mean(beta1, m.get(i), g.get(i));
            double square = meanSquare(beta2, v.get(i), g.get(i));
            m.set(i, mean);
            v.set(i, square);
            descend(w, i, real.fma(meanStep, mean, real.multiply(g.get(i), gradientStep)),
                    real.add(real.sqrt(square), floor));
        }
    }

    @Override
    public void lion(Tensor w, Tensor g, Tensor m, double rate, double beta1, double beta2) {
        lion(w, g, m, rate, beta1, beta2, 0, w.size());
    }

    public void lion(Tensor w, Tensor g, Tensor m, double rate, double beta1, double beta2, int from, int to) {
        double step = real.round(rate);
        for (int i = from; i < to; i++) {
            double direction = mean(beta1, m.get(i), g.get(i));
            m.set(i, mean(beta2, m.get(i), g.get(i)));
            w.set(i, real.subtract(w.get(i), direction > 0 ? step : direction < 0 ? -step : direction));
        }
    }

    /** {@code w[i] = w[i] - direction / divisor}. */
    private void descend(Tensor w, int i, double direction, double divisor) {
        w.set(i, real.subtract(w.get(i), real.divide(direction, divisor)));
    }

    /** {@code β m + (1 - β) x}. */
    private double mean(double beta, double m, double x) {
        return normal(real.fma(real.round(beta), m, real.multiply(real.round(1 - beta), x)));
    }

    /** {@code β s + (1 - β) x²}. */
    private double meanSquare(double beta, double s, double x) {
        return normal(real.fma(real.round(beta), s, real.multiply(real.multiply(real.round(1 - beta), x), x)));
    }

    /**
     * 0 for what is below the least normal float. The means of a dead unit's gradients fade into such numbers, and
     * processors take several times as long to divide them or to draw their roots.
     */
    private static double normal(double x) {
        return Math.abs(x) < Float.MIN_NORMAL ? 0 : x;
    }
}
