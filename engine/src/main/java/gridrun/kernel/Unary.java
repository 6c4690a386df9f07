package gridrun.kernel;

/**
 * A function of one number with its derivative, as {@link Kernels#unary} applies it element by element.
 *
 * <p>{@code p} is the function's one parameter where it has one.
 */
public enum Unary {

    /** {@code max(x, 0)}, with derivative 0 at 0. */
    RELU,
    /** {@code x} above 0, {@code p x} at and below. */
    LEAKY_RELU,
    /** {@code x} above 0, {@code p (e^x - 1)} at and below. */
    ELU,
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** {@code x Φ(x)} with the normal distribution function {@code Φ(x) = (1 + erf(x / √2)) / 2}, exact. */
    GELU,
    /** {@code x sigmoid(x)}. */
    SILU,
    /** {@code log(1 + e^x)}. */
    SOFTPLUS;

    /** Whether the derivative may jump, at 0. */
    public boolean hasKink() {
        return this == RELU || this == LEAKY_RELU || this == ELU;
    }
}
