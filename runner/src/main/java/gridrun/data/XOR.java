package gridrun.data;

import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * The exclusive or: clouds around the corners (±1, ±1) of a square, with class 1 where the signs differ.
 *
 * <p>No straight line separates the classes (Minsky and Papert, Perceptrons, 1969).
 *
 * <p>Example: {@code data: {type: xor, samples: 400, noise: 0.2}}
 *
 * @param samples the number of examples, of all four corners together
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record XOR(
        @Default("1000") int samples,
        @Default("0.3") double noise,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    public XOR {
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
        return "xor-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            int label = i % 2;
            int first = i / 2 % 2;
            int second = first ^ label;
            row[0] = 2 * first - 1 + noise * data.nextGaussian();
            row[1] = 2 * second - 1 + noise * data.nextGaussian();
            return label;
        });
    }
}
