// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Padding;

/**
 * The mean of each window of a sequence, channel by channel.
 *
 * <p>Shapes: x {@code [batch, time, channels]}; y {@code [batch, time', channels]}.
 */
public final class AveragePooling1D extends Phrase<AveragePooling1D> implements Layer {

    AveragePooling1D(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AveragePooling1D of(Tree.Mapping changed) {
        return new AveragePooling1D(changed);
    }

    /**
     * Steps in the window.
     *
     * @param poolSize whole number from 1 to 32,768; by default {@code 2}
     */
    public AveragePooling1D poolSize(int poolSize) {
        return with("pool_size", poolSize);
    }

    /**
     * Steps from one window to the next; null for {@code pool_size}.
     *
     * @param strides whole number from 1 to 32,768
     */
    public AveragePooling1D strides(int strides) {
        return with("strides", strides);
    }

    /**
     * {@code same} lets windows reach beyond the sequence, which takes no part in the mean; {@code valid} keeps them
     * inside.
     *
     * @param padding {@code same} or {@code valid}; by default {@code valid}
     */
    public AveragePooling1D padding(Padding padding) {
        return with("padding", padding);
    }
}
