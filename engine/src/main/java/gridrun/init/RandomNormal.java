package gridrun.init;

import gridrun.component.Alias;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Normal with a fixed standard deviation, whatever the size of the layer.
 *
 * <p>Example: {@code model: {hidden: [64], init: {random_normal: 0.01}}}
 *
 * @param stddev the standard deviation
 */
@Alias("normal")
public record RandomNormal(@Default("0.05") double stddev) implements Initializer {

    public RandomNormal {
        Check.notNegative("stddev", stddev);
    }

    @Override
    public void fill(Tensor parameter, Fan fan, Rng rng) {
        Draw.normal(parameter, stddev, rng);
    }
}
