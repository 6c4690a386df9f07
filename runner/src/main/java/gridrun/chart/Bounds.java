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

    /** The room of an axis where the metric cannot be any more: enough for the whole of a line. */
    private static final double MARGIN_AT_BOUND = 0.02;
    /** Where all values are the same, or but for rounding, they are shown in the middle of this share around them. */
    private static final double AROUND_CONSTANT = 0.1;
    private static final double ROUNDING = 1e-9;

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

    /**
     * The ends of an axis that shows values from the least to the greatest: with room around these, but hardly any
     * beyond what can be.
     *
     * @param margin the room, as a share of what is shown
     */
    public Bounds axis(double least, double greatest, double margin) {
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        double shown = greatest - least;
        double span = shown > ROUNDING * size ? shown : size == 0 ? 1 : 2 * AROUND_CONSTANT * size;
        double room = (span - shown) / 2 + margin * span;
        return new Bounds(Math.max(least - room, Math.min(least, low) - MARGIN_AT_BOUND * span),
                Math.min(greatest + room, Math.max(greatest, high) + MARGIN_AT_BOUND * span));
    }
}
