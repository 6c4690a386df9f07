package gridrun.report;

/**
 * What configurations are ranked by.
 *
 * @param metric such as "val_accuracy"; "best." of it is compared
 * @param maximize whether more is better
 */
public record Objective(String metric, boolean maximize) {

    /** The metric's name at its best epoch. */
    public String best() {
        return "best." + metric;
    }

    /** Its name at the last epoch. */
    public String last() {
        return "final." + metric;
    }

    /** Its counterpart on the test part: "test_accuracy" for "val_accuracy". */
    public String test() {
        return "test_" + (metric.startsWith("val_") ? metric.substring("val_".length()) : metric);
    }
}
