// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Uniform with variance {@code 2 / (in + out)}, which keeps the scale of a linear layer in both directions.
 *
 * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
 */
public final class GlorotUniform extends Phrase<GlorotUniform> implements Initializer {

    GlorotUniform(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GlorotUniform of(Tree.Mapping changed) {
        return new GlorotUniform(changed);
    }
}
