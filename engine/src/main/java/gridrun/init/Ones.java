package gridrun.init;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * All ones: right for the scale of a normalization, which then begins by changing nothing.
 *
 * <p>Example: {@code model: {hidden: [64], init: ones}}
 */
public record Ones() implements Initializer {

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        parameter.fill(1);
    }
}
