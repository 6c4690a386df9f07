package gridrun.store;

/**
 * One value of one metric.
 *
 * @param key its name, such as {@code val_loss}; a {@code /} makes a section of charts
 * @param step the epoch, from 1 (0 for what is known before training)
 * @param epochMillis when it was measured, milliseconds since 1970
 * @param value any double; NaN and infinities are kept
 */
public record MetricValue(String key, long step, long epochMillis, double value) {
}
