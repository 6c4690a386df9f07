// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Padding;

/**
 * Convolution of images: each filter reads a window that slides over the image, with the same weights everywhere.
 *
 * <p>With {@code padding: same}, {@code height'} is height / stride rounded up; with {@code valid} it is (height -
 * reach) / stride + 1, rounded down, where the kernel reaches over (kernel height - 1) dilation + 1 rows.
 *
 * <p>Shapes: x {@code [batch, height, width, channels]}; W
 * {@code [kernel height, kernel width, channels / groups, filters]}; b {@code [filters]}; y
 * {@code [batch, height', width', filters]}.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998; groups:
 * Krizhevsky, Sutskever and Hinton, 2012; dilation: Yu and Koltun, 2016.
 */
public final class Conv2D extends Phrase<Conv2D> implements Layer {

    Conv2D(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Conv2D of(Tree.Mapping changed) {
        return new Conv2D(changed);
    }

    /**
     * Channels of the output.
     *
     * @param filters whole number from 1; required
     */
    public Conv2D filters(int filters) {
        return with("filters", filters);
    }

    /**
     * Height and width of the window.
     *
     * @param kernelSize whole number from 1 to 32,768 or list of two; by default {@code 3}
     */
    public Conv2D kernelSize(int kernelSize) {
        return with("kernel_size", kernelSize);
    }

    /**
     * Height and width of the window.
     *
     * @param height along the height
     * @param width along the width
     */
    public Conv2D kernelSize(int height, int width) {
        return with("kernel_size", new int[] {height, width});
    }

    /**
     * Pixels from one window to the next.
     *
     * @param strides whole number from 1 to 32,768 or list of two; by default {@code 1}
     */
    public Conv2D strides(int strides) {
        return with("strides", strides);
    }

    /**
     * Pixels from one window to the next.
     *
     * @param height along the height
     * @param width along the width
     */
    public Conv2D strides(int height, int width) {
        return with("strides", new int[] {height, width});
    }

    /**
     * {@code same} puts zeros around the image, {@code valid} keeps windows inside.
     *
     * @param padding {@code same} or {@code valid}; by default {@code valid}
     */
    public Conv2D padding(Padding padding) {
        return with("padding", padding);
    }

    /**
     * Pixels from one element of the window to the next.
     *
     * @param dilation whole number from 1 to 32,768 or list of two; by default {@code 1}
     */
    public Conv2D dilation(int dilation) {
        return with("dilation", dilation);
    }

    /**
     * Pixels from one element of the window to the next.
     *
     * @param height along the height
     * @param width along the width
     */
    public Conv2D dilation(int height, int width) {
        return with("dilation", new int[] {height, width});
    }

    /**
     * Parts of the channels, each read by its part of the filters.
     *
     * @param groups whole number from 1; by default {@code 1}
     */
    public Conv2D groups(int groups) {
        return with("groups", groups);
    }

    /**
     * f; null for the model's.
     *
     * @param activation one of the activations
     */
    public Conv2D activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public Conv2D init(Initializer init) {
        return with("init", init);
    }

    /**
     * Whether there is a b, which begins at zero.
     *
     * @param bias {@code true} or {@code false}; by default {@code true}
     */
    public Conv2D bias(boolean bias) {
        return with("bias", bias);
    }

    /**
     * λ of a penalty {@code λ Σ|w|} on W; null for the run's.
     *
     * @param l1 number from 0
     */
    public Conv2D l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of a penalty {@code λ Σw²} on W; null for the run's.
     *
     * @param l2 number from 0
     */
    public Conv2D l2(double l2) {
        return with("l2", l2);
    }
}
