package gridrun.kernel;

/**
 * Arithmetic in one precision, so that plain loops are written once for float32 and float64.
 *
 * <p>Numbers travel as doubles that hold a number of the precision. In float32 every operation rounds once, as float
 * arithmetic does: a sum, product, quotient or root of floats that is computed in double and rounded is the same number.
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
}
