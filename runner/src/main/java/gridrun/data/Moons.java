package gridrun.data;

import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * Two interleaving half circles of radius 1 in the plane, as scikit-learn's {@code make_moons}.
 *
 * <p>Class 0 is the upper arc around (0, 0), class 1 the lower one around (1, 0.5); even-numbered examples belong to
 * class 0. On each arc the examples are evenly spaced before the noise.
 *
 * <p>Example: {@code data: {type: moons, samples: 500, noise: 0.3}}
 *
 * @param samples the number of examples, of both classes together
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Moons(
        @Default("1000") int samples,
        @Default("0.2") double noise,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    public Moons {
        Synthetic.check(samples, 2, noise);
        Synthetic.checkParts(2, validation, test, folds);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(2), Task.classification(2), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "moons-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            int label = i % 2;
            double angle = Synthetic.spread(i / 2, (count + 1 - label) / 2, Math.PI);
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            row[0] = (label == 0 ? x : 1 - x) + noise * data.nextGaussian();
            row[1] = (label == 0 ? y : 0.5 - y) + noise * data.nextGaussian();
            return label;
        });
    }
}
