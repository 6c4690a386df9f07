package gridrun.dsl;

import gridrun.comparison.Against;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.trained.Model;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A configuration of an experiment, with its runs and their statistics. */
public final class Configuration {

    private final Ranking.Row row;
    private final List<RunResult> runs;
    private final Optional<RunResult> median;
    private final Objective objective;
    private final Optional<Against> against;

    Configuration(Ranking.Row row, List<RunResult> runs, Optional<RunResult> median, Objective objective,
            Optional<Against> against) {
        this.row = row;
        this.median = median;
        this.objective = objective;
        this.against = against;
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

    /** Where the mean of that metric is with the experiment's confidence; empty of fewer than two runs. */
    public Optional<MeanInterval> interval() {
        return interval(objective.ranked().name());
    }

    /** Where the mean of another figure is. */
    public Optional<MeanInterval> interval(String figure) {
        return row.interval(figure, objective.terms());
    }

    /**
     * By how much it differs from the best configuration, or from the baseline, in the runs that are pairs: mean,
     * interval, p, wins and losses. Empty for that one itself.
     */
    public Optional<PairedDifference> difference() {
        return against.flatMap(Against::difference);
    }

    /** The difference's p, corrected for the number of comparisons (Holm); not a number without a difference. */
    public double pAdjusted() {
        return against.map(Against::pAdjusted).orElse(Double.NaN);
    }

    /** What the comparison comes to; empty where nothing can be claimed. */
    public Optional<Mark> mark() {
        return against.flatMap(Against::mark);
    }

    /** Another figure over the completed runs, such as {@code kept.val_loss} or {@code test_accuracy}. */
    public Statistic statistic(String figure) {
        return row.statistic(figure);
    }

    /** One run a seed, in the order of the plan. */
    public List<RunResult> runs() {
        return runs;
    }

    /**
     * The run that stands for it: of the completed ones that with the median figure of the kept weights, neither the
     * luckiest seed nor the unluckiest. Empty where none was completed.
     */
    public Optional<RunResult> median() {
        return median;
    }

    /**
     * The net of its {@link #median median} run.
     *
     * @throws NoSuchElementException if no run was completed
     */
    public Model model() {
        return median.map(RunResult::model)
                .orElseThrow(() -> new NoSuchElementException("no run of %s was completed".formatted(swept())));
    }

    @Override
    public String toString() {
        return swept() + " " + figure().mean();
    }
}
