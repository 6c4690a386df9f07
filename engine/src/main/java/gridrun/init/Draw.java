package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/** The two distributions that initializers scale. */
final class Draw {

    private Draw() {
    }

    static void normal(Tensor parameter, double deviation, Rng rng) {
        for (int i = 0; i < parameter.size(); i++) {
            parameter.set(i, deviation * rng.nextGaussian());
        }
    }

    /** Uniform with the given variance, which is {@code limit² / 3}. */
    static void uniform(Tensor parameter, double variance, Rng rng) {
        double limit = Math.sqrt(3 * variance);
        for (int i = 0; i < parameter.size(); i++) {
            parameter.set(i, rng.nextUniform(-limit, limit));
        }
    }
}
