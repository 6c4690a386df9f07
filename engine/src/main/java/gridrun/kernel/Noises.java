package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Kernels that fill tensors with random numbers. */
public interface Noises {

    /** {@code y[i] = deviation g(i)} with {@code g(i)} of {@code Rng.gaussian(key, i)}, of {@code gridrun.random.Rng}. */
    void gaussian(double deviation, long key, Tensor y);
}
