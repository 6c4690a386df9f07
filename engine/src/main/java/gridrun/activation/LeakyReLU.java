package gridrun.activation;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Unary;

/**
 * {@code x} above 0, {@code negativeSlope x} below.
 *
 * <p>Source: Maas et al., Rectifier nonlinearities improve neural network acoustic models, 2013.
 *
 * <p>Example: {@code model: {hidden: [64], activation: {leaky_relu: 0.1}}}
 *
 * @param negativeSlope the slope below 0
 */
public record LeakyReLU(@Default("0.01") double negativeSlope) implements Activation {

    public LeakyReLU {
        Check.notNegative("negativeSlope", negativeSlope);
    }

    @Override
    public Unary function() {
        return Unary.LEAKY_RELU;
    }

    @Override
    public double parameter() {
        return negativeSlope;
    }
}
