package gridrun.data;

import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * Two interleaving half circles of radius 1 in the plane, as scikit-learn's {@code make_moons}.
 *
 * <p>Class 0 is the upper arc around (0, 0), class 1 the lower one around (1, 0.5); even-numbered examples belong to
 * class 0. On each arc the examples are evenly spaced before the noise.
 *
 * @param samples the number of examples, of both classes together
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param validation the share held out for validation
 * @param seed of the data; without one they follow the run's seed
 */
public record Moons(
        @Default("1000") int samples,
        @Default("0.2") double noise,
        @Default("0.2") double validation,
        @Default("null") Long seed) implements DatasetSpec {

    public Moons {
        Synthetic.check(samples, 2, noise, validation);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(2), Task.classification(2), samples, validation, 0);
    }

    @Override
    public String fingerprint() {
        return "moons-1";
    }

    @Override
    public Splits load(DataDirectory directory, Rng data, Rng split) {
        return Synthetic.splits(this, samples, split, (i, row) -> {
            int label = i % 2;
            double angle = Synthetic.spread(i / 2, (samples + 1 - label) / 2, Math.PI);
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            row[0] = (label == 0 ? x : 1 - x) + noise * data.nextGaussian();
            row[1] = (label == 0 ? y : 0.5 - y) + noise * data.nextGaussian();
            return label;
        });
    }
}
