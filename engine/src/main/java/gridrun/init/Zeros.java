package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * All zeros: right for biases, and for weights a demonstration of units that never grow apart.
 *
 * <p>Example: {@code model: {hidden: [64], init: zeros}}
 */
public record Zeros() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        parameter.fill(0);
    }
}
