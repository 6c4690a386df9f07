package gridrun.init;

import gridrun.component.Alias;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Normal with variance {@code 2 / (in + out)}, which keeps the scale of a linear layer in both directions.
 *
 * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
 *
 * <p>Example: {@code model: {hidden: [64], init: glorot_normal}}
 */
@Alias("xavier_normal")
public record GlorotNormal() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.normal(parameter, Math.sqrt(2.0 / (fan.in() + fan.out())), rng);
    }
}
