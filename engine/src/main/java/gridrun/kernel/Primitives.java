package gridrun.kernel;

import gridrun.tensor.Tensor;

/** What kernels are made of, alone: the measure that benchmarks hold the others against. */
public interface Primitives {

    /**
     * {@code y = a b + y}, fused, {@code times} over. An element stays in a register meanwhile, so nothing but
     * multiply-adds takes time; 192 elements a thread keep every unit of a processor busy. The sum is what changes, as
     * in a product: the instruction writes over it, where {@code a y + b} needs a copy of b each time.
     */
    void multiplyAdd(double a, double b, int times, Tensor y);

    /** {@code y = e^x}. */
    void exp(Tensor x, Tensor y);
}
