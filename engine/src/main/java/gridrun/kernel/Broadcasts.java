package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Kernels that stretch an array, and sum what was stretched. */
public interface Broadcasts {

    /** {@code y} is {@code x}, stretched. */
    void stretch(Broadcasting broadcasting, Tensor x, Tensor y);

    /**
     * The gradient of {@link #stretch}: each element of {@code dx} is the sum of the elements of {@code dy} that repeat
     * it, one chain in row-major order, begun at 0.
     */
    void sum(Broadcasting broadcasting, Tensor dy, Tensor dx);
}
