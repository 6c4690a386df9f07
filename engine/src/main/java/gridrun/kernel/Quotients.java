package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Kernels that divide. */
public interface Quotients {

    /** {@code c = a / b}, element by element; all tensors of one size. */
    void divide(Tensor a, Tensor b, Tensor c);
}
