package gridrun.data;

import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * One period of a sine to be fitted: {@code y = sin(x)} plus noise, with x uniform in [-π, π).
 *
 * <p>Example: {@code data: {type: noisy_sine, samples: 300, noise: 0.2}}
 *
 * @param samples the number of examples
 * @param noise the standard deviation of the Gaussian noise on y
 * @param standardizeTargets whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is
 *     that of scaled targets, {@code rmse} and predictions are of the targets as they are
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record NoisySine(
        @Default("1000") int samples,
        @Default("0.1") double noise,
        @Default("true") boolean standardizeTargets,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    public NoisySine {
        Synthetic.check(samples, 1, noise);
        Synthetic.checkParts(1, validation, test, folds);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(1), Task.regression(1), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public boolean standardizesTargets() {
        return standardizeTargets;
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "noisy_sine-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            row[0] = data.nextUniform(-Math.PI, Math.PI);
            return StrictMath.sin(row[0]) + noise * data.nextGaussian();
        });
    }
}
