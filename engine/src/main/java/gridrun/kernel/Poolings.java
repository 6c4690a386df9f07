package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * One number a window and channel. x and dx are {@link Pooling#input}, y, dy and taps {@link Pooling#output}, or the
 * same numbers under other shapes. Padding takes no part, and every window has a pixel that is none.
 */
public interface Poolings {

    /**
     * The largest pixel of each window. The first of several equal ones counts; a NaN is larger than any number, and of
     * several NaNs the last counts.
     *
     * @param taps where in its window each result was found: {@code ky} times the window's width plus {@code kx}
     */
    void max(Pooling geometry, Tensor x, Tensor y, Tensor taps);

    /** {@code dx} is the sum, begun at 0, of dy over the windows, in order, whose result is this pixel. */
    void maxGradient(Pooling geometry, Tensor dy, Tensor taps, Tensor dx);

    /** The sum of each window's pixels, begun at 0, row by row, divided by how many they are. */
    void average(Pooling geometry, Tensor x, Tensor y);

    /**
     * {@code dx} is the sum, begun at 0, over the windows that cover the pixel, in order, of dy divided by the window's
     * pixels.
     */
    void averageGradient(Pooling geometry, Tensor dy, Tensor dx);
}
