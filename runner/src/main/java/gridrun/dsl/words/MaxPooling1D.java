// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Padding;

/**
 * The largest of each window of a sequence, channel by channel.
 *
 * <p>Shapes: x {@code [batch, time, channels]}; y {@code [batch, time', channels]}.
 */
public final class MaxPooling1D extends Phrase<MaxPooling1D> implements Layer {

    MaxPooling1D(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MaxPooling1D of(Tree.Mapping changed) {
        return new MaxPooling1D(changed);
    }

    /**
     * Steps in the window.
     *
     * @param poolSize whole number from 1 to 32,768; by default {@code 2}
     */
    public MaxPooling1D poolSize(int poolSize) {
        return with("pool_size", poolSize);
    }

    /**
     * Steps from one window to the next; null for {@code pool_size}.
     *
     * @param strides whole number from 1 to 32,768
     */
    public MaxPooling1D strides(int strides) {
        return with("strides", strides);
    }

    /**
     * {@code same} lets windows reach beyond the sequence; {@code valid} keeps them inside.
     *
     * @param padding {@code same} or {@code valid}; by default {@code valid}
     */
    public MaxPooling1D padding(Padding padding) {
        return with("padding", padding);
    }
}
