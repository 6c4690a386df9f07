package gridrun.report;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The decimal number of the fewest digits, 15 or more, that reads back as the same double.
 *
 * <p>Tables of thousands of runs have hundreds of thousands of numbers, for which {@link BigDecimal} takes
 * microseconds each: it writes a double's exact value out, some fifty digits, before it rounds them. A double is
 * {@code m 2^e}, and {@code m 2^e 10^k} is {@code m 5^k 2^(e + k)}, whose product fits into 128 bits where the double
 * is neither huge nor tiny; the others are left to {@code BigDecimal}.
 */
final class ShortestDecimal {

    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1075;
    private static final long[] POWERS_OF_5 = powers(5, 28);
    private static final long[] POWERS_OF_10 = powers(10, MOST_DIGITS + 1);

    private ShortestDecimal() {
    }

    private static long[] powers(long base, int count) {
        long[] powers = new long[count];
        powers[0] = 1;
        for (int i = 1; i < count; i++) {
            powers[i] = base * powers[i - 1];
        }
        return powers;
    }

    /** @param value finite and not 0 */
    static BigDecimal of(double value) {
        int exponent = (int) Math.floor(StrictMath.log10(Math.abs(value)));
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            int scale = digits - 1 - exponent;
            long unscaled = unscaled(value, digits, scale);
            if (unscaled == 0) {
                return exactly(value);
            }
            if (unscaled > 0) {
                return BigDecimal.valueOf(value < 0 ? -unscaled : unscaled, scale);
            }
        }
        return exactly(value);
    }

    /**
     * The nearest whole number to a double's magnitude times a power of ten.
     *
     * @return -1 where it does not read back as the same double; 0 where 128 bits cannot tell
     */
    private static long unscaled(double value, int digits, int scale) {
        long bits = Double.doubleToLongBits(value);
        int binary = (int) (bits >>> MANTISSA_BITS & 0x7FF);
        long fraction = bits & (1L << MANTISSA_BITS) - 1;
        int shift = EXPONENT_BIAS - binary - scale;
        // At a power of two the doubles below are nearer than those above.
        if (binary == 0 || fraction == 0 || scale < 0 || scale >= POWERS_OF_5.length || shift < 1 || shift > 62) {
            return 0;
        }
        long mantissa = fraction | 1L << MANTISSA_BITS;
        long ulp = POWERS_OF_5[scale];
        long low = mantissa * ulp;
        long rounded = low + (1L << shift - 1);
        long carry = Long.compareUnsigned(rounded, low) < 0 ? 1 : 0;
        long nearest = Math.multiplyHigh(mantissa, ulp) + carry << 64 - shift | rounded >>> shift;
        long error = low - (nearest << shift);
        // Of a double at a power of ten the logarithm may be that of its neighbour.
        if (nearest < POWERS_OF_10[digits - 1] || nearest > POWERS_OF_10[digits]
                || nearest == POWERS_OF_10[digits - 1] && error < 0) {
            return 0;
        }
        return 2 * Math.abs(error) < ulp ? nearest : -1;
    }

    /** The same for every double. */
    static BigDecimal exactly(double value) {
        int digits = FEWEST_DIGITS;
        BigDecimal shortest;
        do {
            shortest = new BigDecimal(value, new MathContext(digits++));
        } while (shortest.doubleValue() != value);
        return shortest;
    }
}
