package gridrun.kernel;

import gridrun.tensor.Tensor;

/** What draws random numbers, each by its index alone. */
public interface Noises {

    /**
     * {@code y[i] = deviation g(i)} with {@code g(i)} of {@code Rng.gaussian(key, i)}, of {@code gridrun.random.Rng}.
     */
    void gaussian(double deviation, long key, Tensor y);

    /**
     * Inverted dropout: {@code mask} is 0 with probability {@code rate}, else {@code 1 / (1 - rate)}, and
     * {@code y = mask x}. Element i is dropped where {@code Rng.uniform(key, i) < rate}, with {@code
     * gridrun.random.Rng}. Source: Srivastava et al., Dropout, 2014.
     */
    void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y);
}
