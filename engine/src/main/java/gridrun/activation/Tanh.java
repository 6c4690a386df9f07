package gridrun.activation;

import gridrun.kernel.Unary;

/**
 * The hyperbolic tangent, between -1 and 1.
 *
 * <p>Example: {@code model: {hidden: [64], activation: tanh}}
 */
public record Tanh() implements Activation {

    @Override
    public Unary function() {
        return Unary.TANH;
    }
}
