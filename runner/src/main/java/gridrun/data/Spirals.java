package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * Spiral arms around the origin of the plane, one a class.
 *
 * <p>An arm's radius grows with its angle, from 0 to 1 (Archimedes' spiral); example i belongs to class {@code i mod
 * classes}. On each arm the examples are evenly spaced in angle before the noise.
 *
 * <p>Example: {@code data: {type: spirals, classes: 3, turns: 1.5}}
 *
 * @param samples the number of examples, of all classes together
 * @param classes the number of arms
 * @param turns how often an arm winds around the origin
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Spirals(
        @Default("1000") int samples,
        @Default("2") int classes,
        @Default("1.5") double turns,
        @Default("0.03") double noise,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    public Spirals {
        Check.that(classes >= 2, "classes", classes, "a whole number from 2");
        Synthetic.check(samples, classes, noise);
        Synthetic.checkParts(classes, validation, test, folds);
        Check.positive("turns", turns);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(2), Task.classification(classes), samples, this,
                Synthetic.fresh(test));
    }

    @Override
    public double testShare() {
        return Synthetic.share(test);
    }

    @Override
    public String fingerprint() {
        return "spirals-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            int label = i % classes;
            int onArm = (count + classes - 1 - label) / classes;
            double radius = Synthetic.spread(i / classes, onArm, 1);
            double angle = 2 * Math.PI * (turns * radius + (double) label / classes);
            row[0] = radius * StrictMath.cos(angle) + noise * data.nextGaussian();
            row[1] = radius * StrictMath.sin(angle) + noise * data.nextGaussian();
            return label;
        });
    }
}
