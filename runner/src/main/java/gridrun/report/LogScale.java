package gridrun.report;

import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;

/** Where a logarithmic axis serves better than a linear one, and its axis. */
final class LogScale {

    /** From this ratio of the largest to the smallest value on, a linear axis hides the small ones. */
    private static final double RATIO = 10;
    /** A band that reaches 0 or below is drawn down to this share of its mean. */
    private static final double LOWEST_SHARE = 0.2;

    private LogScale() {
    }

    /** Whether a panel shows a loss that is positive everywhere and spans at least one power of ten. */
    static boolean serves(Chart.Panel panel) {
        if (!panel.metric().endsWith("loss")) {
            return false;
        }
        double[] values = panel.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.curve().mean())).toArray();
        double smallest = DoubleStream.of(values).min().orElse(0);
        return smallest > 0 && DoubleStream.of(values).max().orElse(0) / smallest >= RATIO;
    }

    /** The lower bound of a band where it can be drawn. */
    static double above0(double low, double mean) {
        return Math.max(low, LOWEST_SHARE * mean);
    }

    static LogAxis axis(String label) {
        return new LogAxis(label);
    }
}
