package gridrun.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Where a logarithmic axis serves better than a linear one, and its axis. */
final class LogScale {

    /** From this ratio of the largest to the smallest value on, a linear axis hides the small ones. */
    private static final double RATIO = 10;
    /** The same for figures of layers. */
    private static final Map<String, Double> RATIOS = Map.of("gradient_norm", 3.0, "gradient_norm_over_time", 3.0, "activation_std", 10.0);
    /** A band that reaches 0 or below is drawn down to this share of its mean. */
    private static final double LOWEST_SHARE = 0.2;

    private LogScale() {
    }

    /**
     * Whether a panel spans a large ratio, with a loss that is positive everywhere, or with a figure of layers that shrinks
     * and grows by factors from one to the next; such a figure may vanish here and there.
     */
    static boolean serves(Chart.Panel panel) {
        double ratio = RATIOS.getOrDefault(panel.metric(), panel.metric().endsWith("loss") ? RATIO : Double.NaN);
        double[] values = panel.lines().stream()
                .flatMapToDouble(line -> DoubleStream.of(line.curve().mean()))
                .filter(value -> value != 0 || !RATIOS.containsKey(panel.metric())).toArray();
        double smallest = DoubleStream.of(values).min().orElse(0);
        return smallest > 0 && DoubleStream.of(values).max().orElse(0) / smallest >= ratio;
    }

    /** The lower bound of a band where it can be drawn. */
    static double above0(double low, double mean) {
        return Math.max(low, LOWEST_SHARE * mean);
    }

    static LogAxis axis(String label) {
        LogAxis axis = new ReadableLogAxis(label);
        axis.setSmallestValue(Double.MIN_NORMAL);
        return axis;
    }

    /** Ticks at round numbers, written as numbers: 0.1, 0.2, 0.5; over many powers of ten only at these. */
    private static final class ReadableLogAxis extends LogAxis {

        private static final long serialVersionUID = 1;
        private static final int MOST_TICKS = 7;

        private ReadableLogAxis(String label) {
            super(label);
        }

        @Override
        protected List<ValueTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            return ticks(getLowerBound(), getUpperBound()).stream()
                    .<ValueTick>map(value -> new NumberTick(TickType.MAJOR, value, Figures.label(value),
                            TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0))
                    .toList();
        }

        private static List<Double> ticks(double low, double high) {
            int first = Figures.exponent(low);
            int last = Figures.exponent(high);
            for (int[] digits : new int[][] {{1, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1}}) {
                List<Double> ticks = ticks(low, high, first, last, 1, digits);
                if (ticks.size() <= MOST_TICKS) {
                    return ticks;
                }
            }
            return ticks(low, high, first, last, (last - first) / MOST_TICKS + 1, 1);
        }

        private static List<Double> ticks(double low, double high, int first, int last, int step, int... digits) {
            List<Double> ticks = new ArrayList<>();
            for (int exponent = first; exponent <= last; exponent += step) {
                for (int digit : digits) {
                    double value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue();
                    if (value >= low && value <= high) {
                        ticks.add(value);
                    }
                }
            }
            return ticks;
        }
    }
}
