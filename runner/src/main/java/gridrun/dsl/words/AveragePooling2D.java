// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Padding;

/**
 * The mean of each window of an image, channel by channel.
 *
 * <p>Shapes: x {@code [batch, height, width, channels]}; y {@code [batch, height', width', channels]}.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998.
 */
public final class AveragePooling2D extends Phrase<AveragePooling2D> implements Layer {

    AveragePooling2D(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AveragePooling2D of(Tree.Mapping changed) {
        return new AveragePooling2D(changed);
    }

    /**
     * Height and width of the window.
     *
     * @param poolSize whole number from 1 to 32,768 or list of two; by default {@code 2}
     */
    public AveragePooling2D poolSize(int poolSize) {
        return with("pool_size", poolSize);
    }

    /**
     * Height and width of the window.
     *
     * @param height along the height
     * @param width along the width
     */
    public AveragePooling2D poolSize(int height, int width) {
        return with("pool_size", new int[] {height, width});
    }

    /**
     * Pixels from one window to the next; null for {@code pool_size}.
     *
     * @param strides whole number from 1 to 32,768 or list of two
     */
    public AveragePooling2D strides(int strides) {
        return with("strides", strides);
    }

    /**
     * Pixels from one window to the next; null for {@code pool_size}.
     *
     * @param height along the height
     * @param width along the width
     */
    public AveragePooling2D strides(int height, int width) {
        return with("strides", new int[] {height, width});
    }

    /**
     * {@code same} lets windows reach beyond the image, which takes no part in the mean; {@code valid} keeps them
     * inside.
     *
     * @param padding {@code same} or {@code valid}; by default {@code valid}
     */
    public AveragePooling2D padding(Padding padding) {
        return with("padding", padding);
    }
}
