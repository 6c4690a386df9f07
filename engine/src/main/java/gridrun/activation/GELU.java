package gridrun.activation;

import gridrun.kernel.Unary;

/** {@code x Φ(x)}, exact. Source: Hendrycks and Gimpel, Gaussian error linear units, 2016. */
public record GELU() implements Activation {

    @Override
    public Unary function() {
        return Unary.GELU;
    }
}
