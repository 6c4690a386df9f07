// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Small grey images of noisy figures at random places and in random sizes, for convolutional networks without a
 * download.
 *
 * <p>Inputs have the shape {@code [size, size, 1]}: 0 is the ground, 1 the figure, edges in between, and the noise is
 * added. The classes are, in this order, circle, square, triangle, cross, diamond and ring; example i belongs to class
 * {@code i mod classes}.
 */
public final class Shapes extends Phrase<Shapes> implements DatasetSpec {

    Shapes(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Shapes of(Tree.Mapping changed) {
        return new Shapes(changed);
    }

    /**
     * The number of images, of all classes together.
     *
     * @param samples whole number from 4 to 10,000,000; by default {@code 1000}
     */
    public Shapes samples(int samples) {
        return with("samples", samples);
    }

    /**
     * The width and height in pixels.
     *
     * @param size whole number from 8 to 256; by default {@code 16}
     */
    public Shapes size(int size) {
        return with("size", size);
    }

    /**
     * How many of the figures there are, from 2 to 6.
     *
     * @param classes whole number from 2 to 6; by default {@code 4}
     */
    public Shapes classes(int classes) {
        return with("classes", classes);
    }

    /**
     * The standard deviation of the Gaussian noise on each pixel.
     *
     * @param noise number from 0; by default {@code 0.1}
     */
    public Shapes noise(double noise) {
        return with("noise", noise);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Shapes validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Shapes test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Shapes folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public Shapes seed(long seed) {
        return with("seed", seed);
    }
}
