package gridrun.activation;

import gridrun.kernel.Unary;

/**
 * {@code log(1 + e^x)}, a smooth ReLU.
 *
 * <p>Source: Dugas et al., Incorporating second-order functional knowledge, 2001.
 *
 * <p>Example: {@code model: {hidden: [64], activation: softplus}}
 */
public record Softplus() implements Activation {

    @Override
    public Unary function() {
        return Unary.SOFTPLUS;
    }
}
