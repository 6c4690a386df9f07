// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Sets each element to 0 with probability {@code rate} in training, and scales the others by {@code 1 / (1 - rate)}.
 *
 * <p>Shapes: x, y of any shape.
 *
 * <p>Source: Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014.
 */
public final class Dropout extends Phrase<Dropout> implements Layer {

    Dropout(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Dropout of(Tree.Mapping changed) {
        return new Dropout(changed);
    }

    /**
     * The share that is dropped.
     *
     * @param rate number from 0 to below 1; by default {@code 0.5}
     */
    public Dropout rate(double rate) {
        return with("rate", rate);
    }
}
