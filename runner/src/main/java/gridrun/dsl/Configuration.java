package gridrun.dsl;

import gridrun.report.Ranking;
import gridrun.statistics.Statistic;
import java.util.List;
import java.util.Map;

/** A configuration of an experiment, with its runs and their statistics. */
public final class Configuration {

    private final Ranking.Row row;
    private final List<RunResult> runs;

    Configuration(Ranking.Row row, List<RunResult> runs) {
        this.row = row;
        this.runs = runs;
    }

    /** Its place among all, from 1. */
    public int rank() {
        return row.rank();
    }

    /** Its identity. */
    public String configId() {
        return row.configId();
    }

    /** What varies, by short names, with its values; empty for a single run. */
    public Map<String, String> swept() {
        return row.swept();
    }

    /** The metric that ranks: number, mean and sample standard deviation over the completed runs. */
    public Statistic figure() {
        return row.figure();
    }

    /** Another figure over the completed runs, such as {@code kept.val_loss} or {@code test_accuracy}. */
    public Statistic statistic(String figure) {
        return row.statistic(figure);
    }

    /** One run a seed, in the order of the plan. */
    public List<RunResult> runs() {
        return runs;
    }

    @Override
    public String toString() {
        return swept() + " " + figure().mean();
    }
}
