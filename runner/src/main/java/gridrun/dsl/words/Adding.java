// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The adding problem: add two numbers that stand far apart in a sequence, a test of long memory.
 *
 * <p>Inputs have the shape {@code [length, 2]}: at each step a number, uniform in [-1, 1), beside a mark, which is 1 at
 * one step of the first half and at one of the second, else 0. The target is {@code 0.5 + (a + b) / 4} of the two
 * marked numbers; always answering 0.5 leaves a mean squared error of 1/24, an {@code rmse} of 0.204.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory, 1997, section 5.4; here all sequences have one length.
 */
public final class Adding extends Phrase<Adding> implements DatasetSpec {

    Adding(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Adding of(Tree.Mapping changed) {
        return new Adding(changed);
    }

    /**
     * The number of sequences.
     *
     * @param samples whole number from 2 to 10,000,000; by default {@code 2000}
     */
    public Adding samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The steps of one.
     *
     * @param length whole number from 2 to 100,000; by default {@code 50}
     */
    public Adding length(int length) {
        return with("length", length);
    }

    /**
     * Whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is that of scaled targets,
     * {@code rmse} and predictions are of the targets as they are.
     *
     * @param standardizeTargets {@code true} or {@code false}; by default {@code true}
     */
    public Adding standardizeTargets(boolean standardizeTargets) {
        return with("standardize_targets", standardizeTargets);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Adding validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Adding test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Adding folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Adding seed(long seed) {
        return with("seed", seed);
    }
}
