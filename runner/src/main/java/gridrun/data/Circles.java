package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * A circle within a circle in the plane, as scikit-learn's {@code make_circles}.
 *
 * <p>Class 0 is the outer circle of radius 1, class 1 the inner one; even-numbered examples belong to class 0. On each
 * circle the examples are evenly spaced before the noise.
 *
 * @param samples the number of examples, of both classes together
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param factor the inner circle's radius, between 0 and 1
 * @param validation the share held out for validation
 * @param seed of the data; without one they follow the run's seed
 */
public record Circles(
        @Default("1000") int samples,
        @Default("0.1") double noise,
        @Default("0.5") double factor,
        @Default("0.2") double validation,
        @Default("null") Long seed) implements DatasetSpec {

    public Circles {
        Synthetic.check(samples, 2, noise, validation);
        Check.that(factor > 0 && factor < 1, "factor", factor, "a number between 0 and 1");
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(2), Task.classification(2), samples, validation, 0);
    }

    @Override
    public String fingerprint() {
        return "circles-1";
    }

    @Override
    public Splits load(DataDirectory directory, Rng data, Rng split) {
        return Synthetic.splits(this, samples, split, (i, row) -> {
            int label = i % 2;
            int onCircle = (samples + 1 - label) / 2;
            double angle = 2 * Math.PI * (i / 2) / onCircle;
            double radius = label == 0 ? 1 : factor;
            row[0] = radius * StrictMath.cos(angle) + noise * data.nextGaussian();
            row[1] = radius * StrictMath.sin(angle) + noise * data.nextGaussian();
            return label;
        });
    }
}
