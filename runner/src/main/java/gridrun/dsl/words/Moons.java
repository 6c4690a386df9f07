// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Two interleaving half circles of radius 1 in the plane, as scikit-learn's {@code make_moons}.
 *
 * <p>Class 0 is the upper arc around (0, 0), class 1 the lower one around (1, 0.5); even-numbered examples belong to
 * class 0. On each arc the examples are evenly spaced before the noise.
 */
public final class Moons extends Phrase<Moons> implements DatasetSpec {

    Moons(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Moons of(Tree.Mapping changed) {
        return new Moons(changed);
    }

    /**
     * The number of examples, of both classes together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public Moons samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The standard deviation of the Gaussian noise on each coordinate.
     *
     * @param noise number from 0; by default {@code 0.2}
     */
    public Moons noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Moons validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Moons test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Moons folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Moons seed(long seed) {
        return with("seed", seed);
    }
}
