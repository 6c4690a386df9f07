// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The mean of each channel over all pixels, or over all steps of a sequence.
 *
 * <p>Shapes: x {@code [batch, ..., channels]}; y {@code [batch, channels]}.
 *
 * <p>Source: Lin, Chen and Yan, Network in network, 2014.
 */
public final class GlobalAveragePooling extends Phrase<GlobalAveragePooling> implements Layer {

    GlobalAveragePooling(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GlobalAveragePooling of(Tree.Mapping changed) {
        return new GlobalAveragePooling(changed);
    }
}
