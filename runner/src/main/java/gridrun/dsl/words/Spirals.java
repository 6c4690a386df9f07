// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Spiral arms around the origin of the plane, one a class.
 *
 * <p>An arm's radius grows with its angle, from 0 to 1 (Archimedes' spiral); example i belongs to class
 * {@code i mod classes}. On each arm the examples are evenly spaced in angle before the noise.
 */
public final class Spirals extends Phrase<Spirals> implements DatasetSpec {

    Spirals(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Spirals of(Tree.Mapping changed) {
        return new Spirals(changed);
    }

    /**
     * The number of examples, of all classes together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public Spirals samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The number of arms.
     *
     * @param classes whole number from 2; by default {@code 2}
     */
    public Spirals classes(int classes) {
        return with("classes", classes);
    }

    /**
     * How often an arm winds around the origin.
     *
     * @param turns number above 0; by default {@code 1.5}
     */
    public Spirals turns(double turns) {
        return with("turns", turns);
    }

    /**
     * The standard deviation of the Gaussian noise on each coordinate.
     *
     * @param noise number from 0; by default {@code 0.03}
     */
    public Spirals noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Spirals validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Spirals test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Spirals folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Spirals seed(long seed) {
        return with("seed", seed);
    }
}
