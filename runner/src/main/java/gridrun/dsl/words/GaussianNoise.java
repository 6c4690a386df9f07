// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Adds normally distributed noise of mean 0 to each element in training.
 *
 * <p>Shapes: x, y of any shape.
 *
 * <p>Source: Bishop, Training with noise is equivalent to Tikhonov regularization, 1995.
 */
public final class GaussianNoise extends Phrase<GaussianNoise> implements Layer {

    GaussianNoise(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GaussianNoise of(Tree.Mapping changed) {
        return new GaussianNoise(changed);
    }

    /**
     * The noise's standard deviation.
     *
     * @param stddev number from 0; required
     */
    public GaussianNoise stddev(double stddev) {
        return with("stddev", stddev);
    }
}
