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
 * <p>Example: {@code data: {type: blobs, classes: 4, features: 10}}
 *
 * @param samples the number of examples, of all classes together
 * @param classes the number of clouds
 * @param features the dimensions of the space
 * @param noise the standard deviation of a cloud in each dimension
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Blobs(
        @Default("1000") int samples,
        @Default("3") int classes,
        @Default("2") int features,
        @Default("1.0") double noise,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    private static final double HALF_WIDTH = 10;
    private static final int MOST_FEATURES = 10_000;

    public Blobs {
        Check.that(classes >= 2, "classes", classes, "a whole number from 2");
        Check.that(features >= 1 && features <= MOST_FEATURES, "features", features,
                "a whole number from 1 to " + MOST_FEATURES);
        Synthetic.check(samples, classes, noise);
        Synthetic.checkParts(classes, validation, test, folds);
        Synthetic.checkSize(samples, test, features);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(features), Task.classification(classes), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "blobs-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        Rng centreStream = draw.data().split("centres");
        double[] centres = new double[classes * features];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = centreStream.nextUniform(-HALF_WIDTH, HALF_WIDTH);
        }
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            int label = i % classes;
            for (int j = 0; j < features; j++) {
                row[j] = centres[label * features + j] + noise * data.nextGaussian();
            }
            return label;
        });
    }
}
