package gridrun.init;

import gridrun.component.Alias;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Normal with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off.
 *
 * <p>Source: He et al., Delving deep into rectifiers, 2015.
 *
 * <p>Example: {@code model: {hidden: [64], init: he_normal}}
 */
@Alias("kaiming_normal")
public record HeNormal() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.normal(parameter, Math.sqrt(2.0 / fan.in()), rng);
    }
}
