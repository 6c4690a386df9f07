package gridrun.experiment;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.Origin;
import gridrun.config.Tree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Evenly spaced numbers of an axis, both bounds among them where they are met.
 *
 * @param min the first value itself, never an exponent
 * @param max the last value
 * @param log whether the ratio rather than the difference of neighbours is constant
 * @param count the number of values
 * @param step the difference of neighbours
 */
record Range(
        double min,
        double max,
        @Default("false") boolean log,
        @Default("null") Integer count,
        @Default("null") Double step) implements AxisValues {

    private static final int MOST = Cells.MOST;

    /** So that a tenth is written 0.1, whatever its path through floating point. */
    private static final MathContext ROUNDED = new MathContext(12);

    Range {
        Check.that(Double.isFinite(min), "min", min, "a finite number");
        Check.that(max > min && Double.isFinite(max), "max", max, "a finite number above min");
        Check.that(!log || min > 0, "min", min, "a positive number, which a logarithmic range needs");
        if ((count == null) == (step == null)) {
            throw new IllegalArgumentException("a range needs either 'count' or 'step'");
        }
        Check.that(count == null || count >= 2 && count <= MOST, "count", count, "a whole number from 2 to " + MOST);
        Check.that(!log || step == null, "step", step, "possible in a logarithmic range; give 'count'");
        Check.that(step == null || step > 0 && (max - min) / step < MOST, "step", step,
                "a positive number that gives at most " + MOST + " values");
    }

    @Override
    public List<Tree> trees(Origin origin) {
        return numbers().stream().<Tree>map(number -> Tree.Scalar.plain(plain(number), origin)).toList();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toBigInteger().toString() : stripped.toString();
    }

    private List<BigDecimal> numbers() {
        BigDecimal first = BigDecimal.valueOf(min);
        BigDecimal last = BigDecimal.valueOf(max);
        List<BigDecimal> values = new ArrayList<>();
        if (step != null) {
            BigDecimal difference = BigDecimal.valueOf(step);
            for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(difference)) {
                values.add(value);
            }
            return values;
        }
        values.add(first);
        for (int i = 1; i < count - 1; i++) {
            values.add(log ? geometric(i) : between(first, last, i));
        }
        values.add(last);
        return values;
    }

    private BigDecimal between(BigDecimal first, BigDecimal last, int i) {
        BigDecimal way = last.subtract(first).multiply(BigDecimal.valueOf(i));
        return first.add(way.divide(BigDecimal.valueOf(count - 1), MathContext.DECIMAL128)).round(ROUNDED);
    }

    private BigDecimal geometric(int i) {
        double start = StrictMath.log(min);
        double way = (StrictMath.log(max) - start) * i / (count - 1);
        return new BigDecimal(StrictMath.exp(start + way)).round(ROUNDED);
    }
}
