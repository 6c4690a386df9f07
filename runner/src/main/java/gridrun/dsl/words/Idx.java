// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import java.nio.file.Path;

/**
 * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
 * {@code .gz}.
 *
 * <p>Bytes from 0 to 255 become numbers from 0 to 1. Images {@code [n, height, width]} give inputs of the shape
 * {@code [height, width, 1]}, {@code [n, height, width, channels]} one with these channels, and rows {@code [n, width]}
 * rows. The classes are the labels from 0 to the greatest one.
 */
public final class Idx extends Phrase<Idx> implements DatasetSpec {

    Idx(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Idx of(Tree.Mapping changed) {
        return new Idx(changed);
    }

    /**
     * The file with the images, relative to the experiment file.
     *
     * @param images path; required
     */
    public Idx images(String images) {
        return with("images", images);
    }

    /**
     * The file with the images, relative to the experiment file.
     *
     * @param images path; required
     */
    public Idx images(Path images) {
        return with("images", images);
    }

    /**
     * The file with their classes.
     *
     * @param labels path; required
     */
    public Idx labels(String labels) {
        return with("labels", labels);
    }

    /**
     * The file with their classes.
     *
     * @param labels path; required
     */
    public Idx labels(Path labels) {
        return with("labels", labels);
    }

    /**
     * A further pair, looked at once, at the end; none without one.
     *
     * @param testImages path
     */
    public Idx testImages(String testImages) {
        return with("test_images", testImages);
    }

    /**
     * A further pair, looked at once, at the end; none without one.
     *
     * @param testImages path
     */
    public Idx testImages(Path testImages) {
        return with("test_images", testImages);
    }

    /**
     * Belongs to {@code test_images}.
     *
     * @param testLabels path
     */
    public Idx testLabels(String testLabels) {
        return with("test_labels", testLabels);
    }

    /**
     * Belongs to {@code test_images}.
     *
     * @param testLabels path
     */
    public Idx testLabels(Path testLabels) {
        return with("test_labels", testLabels);
    }

    /**
     * The share of the first pair that is held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Idx validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share of the first pair that is held out for the test, before anything else is drawn and the same for every
     * seed, where there is no further pair.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Idx test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Idx folds(int folds) {
        return with("folds", folds);
    }
}
