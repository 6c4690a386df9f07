package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * Round Gaussian clouds, one a class, as scikit-learn's {@code make_blobs}.
 *
 * <p>The centres are uniform in the cube [-10, 10]; example i belongs to class {@code i mod classes}.
 *
 * @param samples the number of examples, of all classes together
 * @param classes the number of clouds
 * @param features the dimensions of the space
 * @param noise the standard deviation of a cloud in each dimension
 * @param validation the share held out for validation
 * @param seed of the data; without one they follow the run's seed
 */
public record Blobs(
        @Default("1000") int samples,
        @Default("3") int classes,
        @Default("2") int features,
        @Default("1.0") double noise,
        @Default("0.2") double validation,
        @Default("null") Long seed) implements DatasetSpec {

    private static final double HALF_WIDTH = 10;
    private static final int MOST_FEATURES = 10_000;

    public Blobs {
        Check.that(classes >= 2, "classes", classes, "a whole number from 2");
        Check.that(features >= 1 && features <= MOST_FEATURES, "features", features,
                "a whole number from 1 to " + MOST_FEATURES);
        Synthetic.check(samples, classes, noise, validation);
        Check.that((long) samples * features < 1 << 30, "samples", samples,
                "few enough for one array with %d features".formatted(features));
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(features), Task.classification(classes), samples, validation, 0);
    }

    @Override
    public String fingerprint() {
        return "blobs-1";
    }

    @Override
    public Splits load(DataDirectory directory, Rng data, Rng split) {
        Rng centreStream = data.split("centres");
        double[] centres = new double[classes * features];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = centreStream.nextUniform(-HALF_WIDTH, HALF_WIDTH);
        }
        return Synthetic.splits(this, samples, split, (i, row) -> {
            int label = i % classes;
            for (int j = 0; j < features; j++) {
                row[j] = centres[label * features + j] + noise * data.nextGaussian();
            }
            return label;
        });
    }
}
