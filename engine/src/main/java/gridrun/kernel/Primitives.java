package gridrun.kernel;

import gridrun.tensor.Tensor;

/** What kernels are made of, alone: the measure that benchmarks hold the others against. */
public interface Primitives {

    /**
     * {@code y = a y + b}, fused, {@code times} over. An element stays in a register meanwhile, so nothing but
     * multiply-adds takes time; 192 elements a thread keep every unit of a processor busy.
     */
    void multiplyAdd(double a, double b, int times, Tensor y);

    /** {@code y = e^x}. */
    void exp(Tensor x, Tensor y);
}
