package gridrun.kernel;

/**
 * Elementary functions in float32 with the same bits on every machine: additions, products, divisions and fused
 * multiply-adds in a fixed order, about one unit in the last place.
 *
 * <p>{@code gridrun.kernel.vector.VectorMath} is the same on vectors; what looks roundabout here is there to be free of
 * branches there. The polynomials of exp, log and tanh are those of Cephes (Moshier, Methods and Programs for
 * Mathematical Functions, 1989).
 */
public final class FloatMath {

    /** {@code 1.5 * 2^23}: added to a small float it leaves the nearest whole number in the low bits. */
    public static final float ROUNDER = 0x1.8p23f;
    /** The bits of {@link #ROUNDER}. */
    public static final int ROUNDER_BITS = 0x4B400000;

    public static final float LOG2_E = 0x1.715476p0f;
    /** ln 2 in two parts, the first with so few bits that its small multiples are exact. */
    public static final float LN2_HIGH = 0.693359375f;
    public static final float LN2_LOW = -2.12194440e-4f;

    /** Below, e^x rounds to 0. */
    public static final float EXP_LOW = -104;
    /** Above, e^x rounds to infinity. */
    public static final float EXP_HIGH = 89;
    /** Below, e^x - 1 rounds to -1. */
    public static final float EXPM1_LOW = -20;
    /** Above, erf(x) rounds to 1. */
    public static final float ERF_HIGH = 4;

    /** The bits of √½, where a mantissa is cut for the logarithm. */
    public static final int SQRT_HALF_BITS = 0x3F3504F3;
    public static final int MANTISSA = 0x007FFFFF;
    public static final float SQRT_HALF = 0x1.6a09e6p-1f;
    public static final float INV_SQRT_2PI = 0.3989422804f;

    private FloatMath() {}

    /** {@code e^x}; 0 below -104, infinite above 89, gradual in between. */
    public static float exp(float x) {
        float c = x < EXP_LOW ? EXP_LOW : x;
        c = c > EXP_HIGH ? EXP_HIGH : c;
        float rounded = Math.fma(c, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, c));
        float p = expm1OfReduced(r) + 1;
        int exponent = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
        int half = exponent >> 1;
        return p * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /** {@code e^x - 1}, without cancellation near 0. */
    public static float expm1(float x) {
        float c = x < EXPM1_LOW ? EXPM1_LOW : x;
        c = c > EXP_HIGH ? EXP_HIGH : c;
        float rounded = Math.fma(c, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, c));
        float scale = powerOfTwo(Float.floatToRawIntBits(rounded) - ROUNDER_BITS - 1);
        float half = Math.fma(expm1OfReduced(r), scale, scale - 0.5f);
        return half + half;
    }

    /** {@code e^r - 1} for |r| at most ln(2) / 2. */
    private static float expm1OfReduced(float r) {
        float p = 1.9875691500e-4f;
        p = Math.fma(p, r, 1.3981999507e-3f);
        p = Math.fma(p, r, 8.3334519073e-3f);
        p = Math.fma(p, r, 4.1665795894e-2f);
        p = Math.fma(p, r, 1.6666665459e-1f);
        p = Math.fma(p, r, 5.0000001201e-1f);
        return Math.fma(p, r * r, r);
    }

    /** {@code 2^n} for n in [-126, 127]. */
    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    /** The natural logarithm; of 0 negative infinity, of a negative number NaN. */
    public static float log(float x) {
        boolean tiny = x < Float.MIN_NORMAL;
        float scaled = tiny ? x * 0x1p23f : x;
        int bits = Float.floatToRawIntBits(scaled) - SQRT_HALF_BITS;
        float e = Float.intBitsToFloat((bits >> 23) + ROUNDER_BITS) - (tiny ? ROUNDER + 23 : ROUNDER);
        float f = Float.intBitsToFloat((bits & MANTISSA) + SQRT_HALF_BITS) - 1;
        float square = f * f;
        float p = 7.0376836292e-2f;
        p = Math.fma(p, f, -1.1514610310e-1f);
        p = Math.fma(p, f, 1.1676998740e-1f);
        p = Math.fma(p, f, -1.2420140846e-1f);
        p = Math.fma(p, f, 1.4249322787e-1f);
        p = Math.fma(p, f, -1.6668057665e-1f);
        p = Math.fma(p, f, 2.0000714765e-1f);
        p = Math.fma(p, f, -2.4999993993e-1f);
        p = Math.fma(p, f, 3.3333331174e-1f);
        p = Math.fma(e, LN2_LOW, p * f * square);
        p = Math.fma(square, -0.5f, p);
        float y = Math.fma(e, LN2_HIGH, f + p);
        float special = x == 0 ? Float.NEGATIVE_INFINITY : x;
        special = x < 0 ? Float.NaN : special;
        y = x > 0 ? y : special;
        return x == Float.POSITIVE_INFINITY ? x : y;
    }

    /** {@code log(1 + x)}, without cancellation near 0. */
    public static float log1p(float x) {
        float u = 1 + x;
        float lost = (x - (u - 1)) / u;
        lost = u > 0 ? lost : 0;
        lost = u == Float.POSITIVE_INFINITY ? 0 : lost;
        return log(u) + lost;
    }

    /** The hyperbolic tangent. */
    public static float tanh(float x) {
        float t = Math.abs(x);
        float s = x * x;
        float p = -5.70498872745e-3f;
        p = Math.fma(p, s, 2.06390887954e-2f);
        p = Math.fma(p, s, -5.37397155531e-2f);
        p = Math.fma(p, s, 1.33314422036e-1f);
        p = Math.fma(p, s, -3.33332819422e-1f);
        float near = Math.fma(p * s, x, x);
        float far = 1 - 2 / (exp(t + t) + 1);
        far = x < 0 ? -far : far;
        return t < 0.625f ? near : far;
    }

    /** The error function. The polynomials are those of N. Juffa (2015), below one unit in the last place. */
    public static float erf(float x) {
        float t = Math.abs(x);
        float c = t > ERF_HIGH ? ERF_HIGH : t;
        float s = c * c;
        float q = Math.fma(-1.72853470e-5f, c, 3.83197126e-4f);
        q = Math.fma(q, s, Math.fma(-3.88396438e-3f, c, 2.42546219e-2f));
        q = Math.fma(q, c, -1.06777877e-1f);
        q = Math.fma(q, c, -6.34846687e-1f);
        q = Math.fma(q, c, -1.28717512e-1f);
        float far = 1 - exp(Math.fma(q, c, -c));
        far = x < 0 ? -far : far;
        float p = -5.96761703e-4f;
        p = Math.fma(p, s, 4.99119423e-3f);
        p = Math.fma(p, s, -2.67681349e-2f);
        p = Math.fma(p, s, 1.12819925e-1f);
        p = Math.fma(p, s, -3.76125336e-1f);
        p = Math.fma(p, s, 1.28379166e-1f);
        float near = Math.fma(p, x, x);
        return t > 0.927734375f ? far : near;
    }

    /** {@code 1 / (1 + e^-x)}, gradual down to the smallest float. */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** {@code log(1 + e^x)}. */
    public static float softplus(float x) {
        return relu(x) + log1p(exp(-Math.abs(x)));
    }

    /** {@code max(x, 0)}; NaN stays NaN, so that a net that diverged shows it. */
    public static float relu(float x) {
        return x <= 0 ? 0 : x;
    }

    /** The normal distribution function {@code Φ(x)}. */
    public static float normal(float x) {
        return Math.fma(0.5f, erf(x * SQRT_HALF), 0.5f);
    }

    /** The normal density {@code φ(x)}. */
    public static float normalDensity(float x) {
        return INV_SQRT_2PI * exp(-0.5f * x * x);
    }

    /** {@code f(x)} with parameter {@code a}. */
    static float value(Unary f, float a, float x) {
        return switch (f) {
            case RELU -> relu(x);
            case LEAKY_RELU -> x > 0 ? x : a * x;
            case ELU -> x > 0 ? x : a * expm1(x);
            case SIGMOID -> sigmoid(x);
            case TANH -> tanh(x);
            case GELU -> x * normal(x);
            case SILU -> x * sigmoid(x);
            case SOFTPLUS -> softplus(x);
        };
    }

    /** {@code dy f'(x)} with parameter {@code a}, where {@code y = f(x)}. */
    static float gradient(Unary f, float a, float x, float y, float dy) {
        return switch (f) {
            case RELU -> x <= 0 ? 0 : dy;
            case LEAKY_RELU -> x > 0 ? dy : a * dy;
            case ELU -> x > 0 ? dy : (y + a) * dy;
            case SIGMOID -> y * (1 - y) * dy;
            case TANH -> Math.fma(-y, y, 1) * dy;
            case GELU -> Math.fma(x, normalDensity(x), normal(x)) * dy;
            case SILU -> {
                float s = sigmoid(x);
                yield s * Math.fma(x, 1 - s, 1) * dy;
            }
            case SOFTPLUS -> sigmoid(x) * dy;
        };
    }
}
