package gridrun.chart;

import gridrun.metric.Vocabulary;

/**
 * The range that a metric cannot leave. A band of one standard deviation may reach beyond, which would say what cannot
 * be.
 *
 * @param low the least value; -∞ where there is none
 * @param high the greatest value; ∞ where there is none
 */
public record Bounds(double low, double high) {

    /** Of a metric of any part of the data, or an observation of layers. */
    public static Bounds of(String metric) {
        return Vocabulary.named(metric).map(known -> new Bounds(known.least(), known.greatest()))
                .orElseGet(() -> ofLayers(metric));
    }

    private static Bounds ofLayers(String observation) {
        return switch (observation) {
            case "dead_units" -> new Bounds(0, 1);
            case "gradient_norm", "gradient_norm_over_time", "activation_std", "learning_rate" ->
                new Bounds(0, Double.POSITIVE_INFINITY);
            default -> new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        };
    }

    /** The lower edge of a band around a mean. */
    public double low(double mean, double std) {
        return mean < low ? mean - std : Math.max(low, mean - std);
    }

    /** The upper edge of a band around a mean. */
    public double high(double mean, double std) {
        return mean > high ? mean + std : Math.min(high, mean + std);
    }
}
