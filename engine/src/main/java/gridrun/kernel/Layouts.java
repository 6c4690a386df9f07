package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Kernels that move numbers and compute nothing. */
public interface Layouts {

    /** {@code y} is {@code x} with its axes in another order; they are different memory. */
    void permute(Permutation permutation, Tensor x, Tensor y);
}
