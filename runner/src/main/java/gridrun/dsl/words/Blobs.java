// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Round Gaussian clouds, one a class, as scikit-learn's {@code make_blobs}.
 *
 * <p>The centres are uniform in the cube [-10, 10]; example i belongs to class {@code i mod classes}.
 */
public final class Blobs extends Phrase<Blobs> implements DatasetSpec {

    Blobs(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Blobs of(Tree.Mapping changed) {
        return new Blobs(changed);
    }

    /**
     * The number of examples, of all classes together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public Blobs samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The number of clouds.
     *
     * @param classes whole number from 2; by default {@code 3}
     */
    public Blobs classes(int classes) {
        return with("classes", classes);
    }

    /**
     * The dimensions of the space.
     *
     * @param features whole number from 1 to 10,000; by default {@code 2}
     */
    public Blobs features(int features) {
        return with("features", features);
    }

    /**
     * The standard deviation of a cloud in each dimension.
     *
     * @param noise number from 0; by default {@code 1}
     */
    public Blobs noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Blobs validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Blobs test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Blobs folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Blobs seed(long seed) {
        return with("seed", seed);
    }
}
