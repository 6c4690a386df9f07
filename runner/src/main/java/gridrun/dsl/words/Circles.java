// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * A circle within a circle in the plane, as scikit-learn's {@code make_circles}.
 *
 * <p>Class 0 is the outer circle of radius 1, class 1 the inner one; even-numbered examples belong to class 0. On each
 * circle the examples are evenly spaced before the noise.
 */
public final class Circles extends Phrase<Circles> implements DatasetSpec {

    Circles(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Circles of(Tree.Mapping changed) {
        return new Circles(changed);
    }

    /**
     * The number of examples, of both classes together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public Circles samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The standard deviation of the Gaussian noise on each coordinate.
     *
     * @param noise number from 0; by default {@code 0.1}
     */
    public Circles noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The inner circle's radius, between 0 and 1.
     *
     * @param factor number above 0 and below 1; by default {@code 0.5}
     */
    public Circles factor(double factor) {
        return with("factor", factor);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Circles validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Circles test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Circles folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Circles seed(long seed) {
        return with("seed", seed);
    }
}
