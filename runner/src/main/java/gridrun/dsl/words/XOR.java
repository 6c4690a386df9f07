// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The exclusive or: clouds around the corners (±1, ±1) of a square, with class 1 where the signs differ.
 *
 * <p>No straight line separates the classes (Minsky and Papert, Perceptrons, 1969).
 */
public final class XOR extends Phrase<XOR> implements DatasetSpec {

    XOR(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected XOR of(Tree.Mapping changed) {
        return new XOR(changed);
    }

    /**
     * The number of examples, of all four corners together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public XOR samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The standard deviation of the Gaussian noise on each coordinate.
     *
     * @param noise number from 0; by default {@code 0.3}
     */
    public XOR noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public XOR validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public XOR test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public XOR folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public XOR seed(long seed) {
        return with("seed", seed);
    }
}
