package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Uniform with variance {@code 1 / in}, which keeps the scale of a linear layer's output.
 *
 * <p>Source: LeCun et al., Efficient BackProp, 1998.
 *
 * <p>Example: {@code model: {hidden: [64], init: lecun_uniform}}
 */
public record LecunUniform() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.uniform(parameter, 1.0 / fan.in(), rng);
    }
}
