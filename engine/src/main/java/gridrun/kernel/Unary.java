package gridrun.kernel;

/**
 * A function of one number with its derivative, as {@link Elements#unary} applies it element by element.
 *
 * <p>{@code p} is the function's one parameter where it has one.
 */
public enum Unary {

    /** {@code max(x, 0)}, with derivative 0 at 0. */
    RELU(1, 1),
    /** {@code x} above 0, {@code p x} at and below. */
    LEAKY_RELU(1, 1),
    /** {@code x} above 0, {@code p (e^x - 1)} at and below. */
    ELU(Unary.EXP_FLOPS + 2, 2),
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID(Unary.EXP_FLOPS + 2, 3),
    /** The hyperbolic tangent. */
    TANH(Unary.EXP_FLOPS + 16, 3),
    /** {@code x Φ(x)} with the normal distribution function {@code Φ(x) = (1 + erf(x / √2)) / 2}, exact. */
    GELU(Unary.EXP_FLOPS + 33, 2 * Unary.EXP_FLOPS + 38),
    /** {@code x sigmoid(x)}. */
    SILU(Unary.EXP_FLOPS + 3, Unary.EXP_FLOPS + 7),
    /** {@code log(1 + e^x)}. */
    SOFTPLUS(Unary.EXP_FLOPS + Unary.LOG_FLOPS + 6, Unary.EXP_FLOPS + 3);

    /** Floating-point operations of an e^x, a multiply-add being two; {@link FloatMath} says how it is computed. */
    public static final int EXP_FLOPS = 23;
    /** The same of a natural logarithm. */
    public static final int LOG_FLOPS = 28;

    private final int flops;
    private final int gradientFlops;

    Unary(int flops, int gradientFlops) {
        this.flops = flops;
        this.gradientFlops = gradientFlops;
    }

    /**
     * Floating-point operations of one f(x), a multiply-add being two; a comparison counts where there is nothing else.
     */
    public int flops() {
        return flops;
    }

    /** The same of one dy f'(x). */
    public int gradientFlops() {
        return gradientFlops;
    }

    /** Whether the derivative may jump, at 0. */
    public boolean hasKink() {
        return this == RELU || this == LEAKY_RELU || this == ELU;
    }
}
