package gridrun.kernel.vector;

import gridrun.kernel.FloatMath;

/**
 * {@link FloatMath} on arrays in whole vectors: the same operations in the same order, so the same bits. Only
 * {@code exp} and {@code expm1} put their limits into the result, where {@code FloatMath} cuts their argument off.
 *
 * <p>The compiler keeps vectors in registers only where it inlines everything. It always inlines the Vector API but
 * soon gives up on helpers of our own, and then every vector becomes an object, ten times slower. So a loop calls
 * nothing but the Vector API, and larger functions are put together from passes over arrays that stay in the
 * first-level cache. Results go to position 0 of an array that is not the argument's; n is a multiple of the lanes.
 */
final class VectorMath {

    /** Elements that a caller should pass at a time, so that they stay in the first-level cache. */
    static final int BLOCK = 1024;

    private VectorMath() {}

    /** {@code y = exp(x)}; y may be x. */
    static void exp(float[] xs, float[] ys, int n) {
        MathSweeps.exp(xs, ys, n);
    }

    /** {@code y = exp(x) - 1}. */
    static void expm1(float[] xs, int xi, float[] ys, int n) {
        MathSweeps.expm1(xs, xi, ys, n);
    }

    /** {@code y = log(1 + x)}. */
    static void log1p(float[] xs, float[] ys, int n) {
        MathSweeps.logOfOnePlus(xs, ys, n);
        endsOfLog1p(xs, ys, n);
    }

    private static void endsOfLog1p(float[] xs, float[] ys, int n) {
        MathSweeps.endsOfLog1p(xs, ys, n);
    }

    /** {@code y = exp(-|x|)}. */
    static void expOfMinusAbs(float[] xs, int xi, float[] ys, int n) {
        MathSweeps.minusAbs(xs, xi, ys, n);
        exp(ys, ys, n);
    }

    /** {@code y = 1 / (1 + exp(-x))}. */
    static void sigmoid(float[] xs, int xi, float[] ys, int n) {
        expOfMinusAbs(xs, xi, ys, n);
        MathSweeps.sigmoidOfExp(xs, xi, ys, n);
    }

    /** {@code y = tanh(x)}. */
    static void tanh(float[] xs, int xi, float[] ys, int n) {
        MathSweeps.twiceAbs(xs, xi, ys, n);
        exp(ys, ys, n);
        MathSweeps.tanhOfExp(xs, xi, ys, n);
    }

    /** {@code y = (1 + erf(x / √2)) / 2}, the normal distribution function. */
    static void normal(float[] xs, int xi, float[] ys, int n) {
        MathSweeps.erfExponent(xs, xi, ys, n);
        exp(ys, ys, n);
        MathSweeps.normalOfExp(xs, xi, ys, n);
    }

    /** {@code y = exp(-x² / 2)}. */
    static void expOfHalfSquare(float[] xs, int xi, float[] ys, int n) {
        MathSweeps.minusHalfSquare(xs, xi, ys, n);
        exp(ys, ys, n);
    }
}
