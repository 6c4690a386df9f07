package gridrun.data;

import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * One period of a sine to be fitted: {@code y = sin(x)} plus noise, with x uniform in [-π, π).
 *
 * @param samples the number of examples
 * @param noise the standard deviation of the Gaussian noise on y
 * @param standardizeTargets whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is
 *     that of scaled targets, {@code rmse} and predictions are of the targets as they are
 * @param validation the share held out for validation
 * @param seed of the data; without one they follow the run's seed
 */
public record NoisySine(
        @Default("1000") int samples,
        @Default("0.1") double noise,
        @Default("true") boolean standardizeTargets,
        @Default("0.2") double validation,
        @Default("null") Long seed) implements DatasetSpec {

    public NoisySine {
        Synthetic.check(samples, 1, noise, validation);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(1), Task.regression(1), samples, validation, 0);
    }

    @Override
    public boolean standardizesTargets() {
        return standardizeTargets;
    }

    @Override
    public String fingerprint() {
        return "noisy_sine-1";
    }

    @Override
    public Splits load(DataDirectory directory, Rng data, Rng split) {
        return Synthetic.splits(this, samples, split, (i, row) -> {
            row[0] = data.nextUniform(-Math.PI, Math.PI);
            return StrictMath.sin(row[0]) + noise * data.nextGaussian();
        });
    }
}
