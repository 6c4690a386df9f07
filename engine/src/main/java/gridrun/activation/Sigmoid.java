package gridrun.activation;

import gridrun.kernel.Unary;

/**
 * The logistic function {@code 1 / (1 + e^-x)}, between 0 and 1.
 *
 * <p>Example: {@code model: {hidden: [64], activation: sigmoid}}
 */
public record Sigmoid() implements Activation {

    @Override
    public Unary function() {
        return Unary.SIGMOID;
    }
}
