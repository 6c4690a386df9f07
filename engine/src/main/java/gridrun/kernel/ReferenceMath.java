package gridrun.kernel;

/** The functions of {@link FloatMath} in float64, from StrictMath. */
public final class ReferenceMath {

    private static final double INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);
    private static final double SQRT_HALF = Math.sqrt(0.5);

    private ReferenceMath() {}

    /**
     * The error function: {@code 2/√π e^-x² Σ 2^n x^(2n+1) / (1 · 3 ⋯ (2n+1))}, all terms of one sign (Abramowitz and
     * Stegun, 1964, 7.1.6).
     */
    public static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        double sum = 0;
        double term = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * (Double.isNaN(x) ? x : sum);
    }

    static double exp(double x) {
        return StrictMath.exp(x);
    }

    static double log(double x) {
        return StrictMath.log(x);
    }

    static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    static double relu(double x) {
        return x <= 0 ? 0 : x;
    }

    static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    private static double normal(double x) {
        return 0.5 * (1 + erf(x * SQRT_HALF));
    }

    private static double normalDensity(double x) {
        return INV_SQRT_2PI * exp(-0.5 * x * x);
    }

    /** {@code f(x)} with parameter {@code a}. */
    static double value(Unary f, double a, double x) {
        return switch (f) {
            case RELU -> relu(x);
            case LEAKY_RELU -> x > 0 ? x : a * x;
            case ELU -> x > 0 ? x : a * StrictMath.expm1(x);
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case GELU -> x * normal(x);
            case SILU -> x * sigmoid(x);
            case SOFTPLUS -> relu(x) + log1p(exp(-Math.abs(x)));
        };
    }

    /** {@code dy f'(x)} with parameter {@code a}, where {@code y = f(x)}. */
    static double gradient(Unary f, double a, double x, double y, double dy) {
        return switch (f) {
            case RELU -> x <= 0 ? 0 : dy;
            case LEAKY_RELU -> x > 0 ? dy : a * dy;
            case ELU -> x > 0 ? dy : (y + a) * dy;
            case SIGMOID -> y * (1 - y) * dy;
            case TANH -> (1 - y * y) * dy;
            case GELU -> (normal(x) + x * normalDensity(x)) * dy;
            case SILU -> {
                double s = sigmoid(x);
                yield s * (1 + x * (1 - s)) * dy;
            }
            case SOFTPLUS -> sigmoid(x) * dy;
        };
    }
}
