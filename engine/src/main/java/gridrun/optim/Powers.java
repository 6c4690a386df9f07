package gridrun.optim;

/**
 * Whole powers of the decays that Adam and its kin correct their means by.
 *
 * <p>Repeated squaring is some ten multiplications, exact to a few units in the last place and the same bits
 * everywhere. It makes no objects: {@code StrictMath.pow} of JDK 17 makes tables in each call that the compiler has not
 * seen through.
 */
final class Powers {

    private Powers() {}

    /** {@code base^exponent} for an exponent from 0. */
    static double of(double base, long exponent) {
        double power = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
