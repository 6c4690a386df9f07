// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Normal with variance {@code 2 / (in + out)}, which keeps the scale of a linear layer in both directions.
 *
 * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
 */
public final class GlorotNormal extends Phrase<GlorotNormal> implements Initializer {

    GlorotNormal(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GlorotNormal of(Tree.Mapping changed) {
        return new GlorotNormal(changed);
    }
}
