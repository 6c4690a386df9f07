package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Normal with variance {@code 1 / in}, which keeps the scale of a linear layer's output.
 *
 * <p>Source: LeCun et al., Efficient BackProp, 1998.
 *
 * <p>Example: {@code model: {hidden: [64], init: lecun_normal}}
 */
public record LecunNormal() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.normal(parameter, Math.sqrt(1.0 / fan.in()), rng);
    }
}
