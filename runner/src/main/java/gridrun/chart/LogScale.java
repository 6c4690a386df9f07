package gridrun.chart;

import gridrun.metric.Metric;
import gridrun.metric.Vocabulary;
import gridrun.report.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where a logarithmic axis serves better than a linear one, and its ticks. */
public final class LogScale {

    /** From this ratio of the largest to the smallest value on, a linear axis hides the small ones. */
    private static final double OF_ERRORS = 10;
    private static final int MOST_TICKS = 7;
    private static final Map<String, Double> OF_LAYERS =
            Map.of("gradient_norm", 3.0, "gradient_norm_over_time", 3.0, "activation_std", 10.0);

    private LogScale() {
    }

    /**
     * Whether values span a large ratio: a loss, or a figure of layers that shrinks and grows by factors from one to
     * the next. Some may be 0, which has its own place below the others.
     */
    public static boolean serves(String metric, double[] values) {
        Double ratio = Vocabulary.named(metric).filter(Metric::isError).map(error -> OF_ERRORS)
                .orElse(OF_LAYERS.get(metric));
        double smallest = Arrays.stream(values).filter(value -> value != 0).min().orElse(0);
        return ratio != null && smallest > 0 && Arrays.stream(values).max().orElse(0) / smallest >= ratio;
    }

    /**
     * Whether the peaks of learning rates span a large ratio. What one rate does in the course of a run does not
     * decide: a schedule that goes down to nearly 0 has its shape on a linear axis.
     */
    public static boolean servesPeaks(double[] peaks) {
        double smallest = Arrays.stream(peaks).min().orElse(0);
        return smallest > 0 && Arrays.stream(peaks).max().orElse(0) / smallest >= OF_ERRORS;
    }

    /** Round places along an axis: 0.1, 0.2, 0.5; over many powers of ten only these. */
    public static List<Double> ticks(double low, double high) {
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
