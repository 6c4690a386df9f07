package gridrun.page;

import gridrun.chart.Bounds;
import gridrun.chart.TickLabels;
import gridrun.chart.Ticks;
import gridrun.report.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * A horizontal axis with round numbers.
 *
 * @param low the value at the left end
 * @param high at the right end, greater
 * @param step from one tick to the next, 1, 2 or 5 times a power of ten
 */
record SvgAxis(double low, double high, double step, int left, int right) {

    private static final int MOST_TICKS = 8;

    /** An axis that has all of these values. */
    static SvgAxis of(double[] values, int left, int right) {
        return of(new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), values, left, right);
    }

    /** An axis that has all of these values, and none that cannot be. */
    static SvgAxis of(Bounds bounds, double[] values, int left, int right) {
        double lowest = Arrays.stream(values).min().orElse(0);
        double highest = Arrays.stream(values).max().orElse(1);
        double low = lowest;
        double high = highest;
        if (high - low <= Math.ulp(high) * MOST_TICKS) {
            double around = low == 0 ? 1 : Math.abs(low) / 10;
            low -= around;
            high += around;
        }
        double step = step((high - low) / MOST_TICKS);
        return new SvgAxis(Math.max(Math.floor(low / step) * step, Math.min(lowest, bounds.low())),
                Math.min(Math.ceil(high / step) * step, Math.max(highest, bounds.high())), step, left, right);
    }

    private static double step(double least) {
        double power = StrictMath.pow(10, Figures.exponent(least));
        return Arrays.stream(new double[] {1, 2, 5, 10}).map(factor -> factor * power).filter(step -> step >= least)
                .findFirst().orElse(10 * power);
    }

    /** Where a value stands; what lies outside stands at the end. */
    double x(double value) {
        double share = (value - low) / (high - low);
        return left + Math.max(0, Math.min(1, share)) * (right - left);
    }

    /** The round numbers along it. */
    double[] ticks() {
        return Ticks.of(low, high, step);
    }

    void draw(Svg svg, int top, int bottom, String name) {
        TickLabels labels = TickLabels.of(ticks());
        for (double tick : ticks()) {
            double x = x(tick);
            svg.line("grid", List.of(new double[] {x, top}, new double[] {x, bottom}));
            svg.words("number", x, bottom + 16, "middle", labels.of(tick));
        }
        svg.words("name", (left + right) / 2.0, bottom + 36, "middle", name);
    }
}
