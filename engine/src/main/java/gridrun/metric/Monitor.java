package gridrun.metric;

import gridrun.archive.Archive;
import java.util.Map;

/** Follows one metric from epoch to epoch and tells where it improves. */
public final class Monitor {

    private final String setting;
    private final String metric;
    private final double minDelta;
    private final boolean maximize;
    private boolean begun;
    private double best;

    /**
     * @param setting what names the metric in a file, for messages
     * @param metric its name says which way is better
     * @param minDelta the least change that counts as an improvement
     */
    public Monitor(String setting, String metric, double minDelta) {
        this.setting = setting;
        this.metric = metric;
        this.minDelta = minDelta;
        this.maximize = Vocabulary.goal(metric) == Goal.MAXIMIZE;
    }

    /**
     * Whether an epoch is better than all before it; the first always is.
     *
     * @throws IllegalStateException where the epoch has no such metric
     */
    public boolean improves(Map<String, Double> metrics) {
        Double value = metrics.get(metric);
        if (value == null) {
            throw new IllegalStateException("%s: there is no metric '%s'; there are %s"
                    .formatted(setting, metric, String.join(", ", metrics.keySet())));
        }
        boolean better = !begun || (maximize ? value - best : best - value) > minDelta;
        if (better) {
            begun = true;
            best = value;
        }
        return better;
    }

    /** Its state: the best value so far. */
    public void archive(Archive archive) {
        begun = archive.flag("monitor.begun", begun);
        best = archive.number("monitor.best", best);
    }
}
