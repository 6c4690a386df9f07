package gridrun.activation;

import gridrun.kernel.Unary;

/**
 * {@code max(x, 0)}. Source: Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010.
 *
 * <p>Example: {@code model: {hidden: [64], activation: relu}}
 */
public record ReLU() implements Activation {

    @Override
    public Unary function() {
        return Unary.RELU;
    }
}
