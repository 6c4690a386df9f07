package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * The adding problem: add two numbers that stand far apart in a sequence, a test of long memory.
 *
 * <p>Inputs have the shape {@code [length, 2]}: at each step a number, uniform in [-1, 1), beside a mark, which is 1 at
 * one step of the first half and at one of the second, else 0. The target is {@code 0.5 + (a + b) / 4} of the two
 * marked numbers; always answering 0.5 leaves a mean squared error of 1/24, an {@code rmse} of 0.204. Source:
 * Hochreiter and Schmidhuber, Long short-term memory, 1997, section 5.4; here all sequences have one length.
 *
 * <p>Example: {@code data: {type: adding, length: 50, samples: 5000}}
 *
 * @param samples the number of sequences
 * @param length the steps of one
 * @param standardizeTargets whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is
 *     that of scaled targets, {@code rmse} and predictions are of the targets as they are
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn; or a number of fresh examples for it
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 * @param seed of the data; without one they follow the run's seed
 */
public record Adding(
        @Default("2000") int samples,
        @Default("50") int length,
        @Default("true") boolean standardizeTargets,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds,
        @Default("null") Long seed) implements DatasetSpec {

    private static final int LONGEST = 100_000;

    public Adding {
        Check.that(length >= 2 && length <= LONGEST, "length", length, "a whole number from 2 to " + LONGEST);
        Synthetic.check(samples, 1, 0);
        Synthetic.checkParts(1, validation, test, folds);
        Synthetic.checkSize(samples, test, 2 * length);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(length, 2), Task.regression(1), samples, this,
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
        return "adding-1";
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        int half = length / 2;
        return Synthetic.splits(this, samples, test, draw, (count, data) -> (i, row) -> {
            for (int step = 0; step < length; step++) {
                row[2 * step] = data.nextUniform(-1, 1);
                row[2 * step + 1] = 0;
            }
            int first = data.nextInt(half);
            int second = half + data.nextInt(length - half);
            row[2 * first + 1] = 1;
            row[2 * second + 1] = 1;
            return 0.5 + (row[2 * first] + row[2 * second]) / 4;
        });
    }
}
