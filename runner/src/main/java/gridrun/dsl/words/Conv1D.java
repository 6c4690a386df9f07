// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Padding;

/**
 * Convolution of sequences: each filter reads a window that slides over time, with the same weights everywhere.
 *
 * <p>With {@code padding: same}, {@code time'} is time / stride rounded up; with {@code valid} it is (time - reach) /
 * stride + 1, rounded down, where the kernel reaches over (kernel size - 1) dilation + 1 steps.
 *
 * <p>Shapes: x {@code [batch, time, channels]}; W {@code [kernel size, channels / groups, filters]}; b
 * {@code [filters]}; y {@code [batch, time', filters]}.
 *
 * <p>Source: Waibel, Hanazawa, Hinton, Shikano and Lang, Phoneme recognition using time-delay neural networks, 1989.
 */
public final class Conv1D extends Phrase<Conv1D> implements Layer {

    Conv1D(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Conv1D of(Tree.Mapping changed) {
        return new Conv1D(changed);
    }

    /**
     * Channels of the output.
     *
     * @param filters whole number from 1; required
     */
    public Conv1D filters(int filters) {
        return with("filters", filters);
    }

    /**
     * Steps in the window.
     *
     * @param kernelSize whole number from 1 to 32,768; by default {@code 3}
     */
    public Conv1D kernelSize(int kernelSize) {
        return with("kernel_size", kernelSize);
    }

    /**
     * Steps from one window to the next.
     *
     * @param strides whole number from 1 to 32,768; by default {@code 1}
     */
    public Conv1D strides(int strides) {
        return with("strides", strides);
    }

    /**
     * {@code same} puts zeros around the sequence, {@code valid} keeps windows inside.
     *
     * @param padding {@code same} or {@code valid}; by default {@code valid}
     */
    public Conv1D padding(Padding padding) {
        return with("padding", padding);
    }

    /**
     * Steps from one element of the window to the next.
     *
     * @param dilation whole number from 1 to 32,768; by default {@code 1}
     */
    public Conv1D dilation(int dilation) {
        return with("dilation", dilation);
    }

    /**
     * Parts of the channels, each read by its part of the filters.
     *
     * @param groups whole number from 1; by default {@code 1}
     */
    public Conv1D groups(int groups) {
        return with("groups", groups);
    }

    /**
     * f; null for the model's.
     *
     * @param activation one of the activations
     */
    public Conv1D activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public Conv1D init(Initializer init) {
        return with("init", init);
    }

    /**
     * Whether there is a b, which begins at zero.
     *
     * @param bias {@code true} or {@code false}; by default {@code true}
     */
    public Conv1D bias(boolean bias) {
        return with("bias", bias);
    }

    /**
     * λ of a penalty {@code λ Σ|w|} on W; null for the run's.
     *
     * @param l1 number from 0
     */
    public Conv1D l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of a penalty {@code λ Σw²} on W; null for the run's.
     *
     * @param l2 number from 0
     */
    public Conv1D l2(double l2) {
        return with("l2", l2);
    }
}
