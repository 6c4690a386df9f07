package gridrun.activation;

import gridrun.component.Alias;
import gridrun.kernel.Unary;

/**
 * {@code x sigmoid(x)}. Source: Elfwing et al., Sigmoid-weighted linear units, 2018.
 *
 * <p>Example: {@code model: {hidden: [64], activation: silu}}
 */
@Alias("swish")
public record SiLU() implements Activation {

    @Override
    public Unary function() {
        return Unary.SILU;
    }
}
