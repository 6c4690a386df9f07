package gridrun.init;

import gridrun.component.Alias;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Uniform with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off.
 *
 * <p>Source: He et al., Delving deep into rectifiers, 2015.
 *
 * <p>Example: {@code model: {hidden: [64], init: he_uniform}}
 */
@Alias("kaiming_uniform")
public record HeUniform() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.uniform(parameter, 2.0 / fan.in(), rng);
    }
}
