package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Arithmetic in one precision, so that plain loops are written once for float32 and float64.
 *
 * <p>Numbers travel as doubles that hold a number of the precision. In float32 every operation rounds once, as float
 * arithmetic does: a sum, product, quotient or root of floats that is computed in double and rounded is the same
 * number. So every kernel has one plain text. The loops that most of a step is spent in where there are no vectors
 * stand here, and {@link Float32} writes them again over arrays of floats.
 */
interface Real {

    Real FLOAT32 = new Float32();
    Real FLOAT64 = new Float64();

    /** The nearest number of this precision. */
    double round(double x);

    /** {@code a b + c}, rounded once. */
    double fma(double a, double b, double c);

    double exp(double x);

    double log(double x);

    double log1p(double x);

    double sigmoid(double x);

    double tanh(double x);

    /** {@code f(x)}. */
    double value(Unary f, double p, double x);

    /** {@code dy f'(x)}, where {@code y = f(x)} is at hand. */
    double gradient(Unary f, double p, double x, double y, double dy);

    default double add(double a, double b) {
        return round(a + b);
    }

    default double subtract(double a, double b) {
        return round(a - b);
    }

    default double multiply(double a, double b) {
        return round(a * b);
    }

    default double divide(double a, double b) {
        return round(a / b);
    }

    default double sqrt(double x) {
        return round(Math.sqrt(x));
    }

    /* ---- the loops on which the speed of plain kernels depends, vectors over arrays by the compiler ---- */

    /** {@code c = a + b}, for n elements from given ones on. */
    default void add(Tensor a, int ai, Tensor b, int bi, Tensor c, int ci, int n) {
        for (int i = 0; i < n; i++) {
            c.set(ci + i, add(a.get(ai + i), b.get(bi + i)));
        }
    }

    /** {@code c = a b}, element by element. */
    default void multiply(Tensor a, Tensor b, Tensor c) {
        for (int i = 0; i < c.size(); i++) {
            c.set(i, multiply(a.get(i), b.get(i)));
        }
    }

    /** {@code c = a (b - s)}, for n elements from one on. */
    default void multiplyDifference(Tensor a, Tensor b, double s, Tensor c, int from, int n) {
        for (int i = from; i < from + n; i++) {
            c.set(i, multiply(a.get(i), subtract(b.get(i), s)));
        }
    }

    /** {@code y = s x}. */
    default void scale(double s, Tensor x, Tensor y) {
        double factor = round(s);
        for (int i = 0; i < x.size(); i++) {
            y.set(i, multiply(factor, x.get(i)));
        }
    }

    /** {@code y = y + s x}, fused. */
    default void addScaled(double s, Tensor x, Tensor y) {
        double factor = round(s);
        for (int i = 0; i < x.size(); i++) {
            y.set(i, fma(factor, x.get(i), y.get(i)));
        }
    }

    /**
     * {@code c[i, :] = c[i, :] + Σ_p a[ai + p step] b[p, :]}, as chains of fused multiply-adds over the rows of b in
     * order.
     */
    default void addRows(Tensor a, int ai, int step, Tensor b, Tensor c, int i) {
        int n = c.columns();
        for (int p = 0; p < b.rows(); p++) {
            for (int j = 0; j < n; j++) {
                c.set(i * n + j, fma(a.get(ai + p * step), b.get(p * n + j), c.get(i * n + j)));
            }
        }
    }

    /** {@code Σ a b} as one chain of fused multiply-adds over n elements from given ones on. */
    default double dot(Tensor a, int ai, Tensor b, int bi, int n) {
        double chain = 0;
        for (int i = 0; i < n; i++) {
            chain = fma(a.get(ai + i), b.get(bi + i), chain);
        }
        return chain;
    }

    /** {@code y = x} for n elements from given ones on; x may be in float32 whatever the precision. */
    default void copy(Tensor x, int xi, Tensor y, int yi, int n) {
        for (int i = 0; i < n; i++) {
            y.set(yi + i, x.get(xi + i));
        }
    }
}
