package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * A circle within a circle in the plane, as scikit-learn's {@code make_circles}.
 *
 * <p>Class 0 is the outer circle of radius 1, class 1 the inner one; even-numbered examples belong to class 0. On each
 * circle the examples are evenly spaced before the noise.
 *
 * <p>Example: {@code data: {type: circles, noise: 0.1, factor: 0.5}}
 *
 * @param samples the number of examples, of both classes together
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param factor the inner circle's radius, between 0 and 1
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Circles(
        @Default("1000") int samples,
        @Default("0.1") double noise,
        @Default("0.5") double factor,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    public Circles {
        Synthetic.check(samples, 2, noise);
        Synthetic.checkParts(2, validation, test, folds);
        Check.that(factor > 0 && factor < 1, "factor", factor, "a number between 0 and 1");
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
        return "circles-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            int label = i % 2;
            int onCircle = (count + 1 - label) / 2;
            double angle = 2 * Math.PI * (i / 2) / onCircle;
            double radius = label == 0 ? 1 : factor;
            row[0] = radius * StrictMath.cos(angle) + noise * data.nextGaussian();
            row[1] = radius * StrictMath.sin(angle) + noise * data.nextGaussian();
            return label;
        });
    }
}
