package gridrun.activation;

import gridrun.kernel.Unary;

/**
 * {@code x Φ(x)}, exact. Source: Hendrycks and Gimpel, Gaussian error linear units, 2016.
 *
 * <p>Example: {@code model: {hidden: [64], activation: gelu}}
 */
public record GELU() implements Activation {

    @Override
    public Unary function() {
        return Unary.GELU;
    }
}
