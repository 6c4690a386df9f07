package gridrun.dsl;

import gridrun.comparison.Race;
import gridrun.report.Finding;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.result.ExpectationVerdict;
import gridrun.result.StoredResults;
import gridrun.session.Conclusion;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What an experiment has come to: its {@link Configuration configurations}, best first, and their
 * {@link RunResult runs}.
 *
 * <p>Read from the results directory, which keeps it: the same experiment, run again, has it at once.
 */
public final class Results {

    private final Conclusion conclusion;
    private final Path store;

    Results(Conclusion conclusion, Path store) {
        this.conclusion = conclusion;
        this.store = store;
    }

    /** The configurations whose runs have ended, best first. */
    public List<Configuration> configurations() {
        return conclusion.report().ranking().rows().stream().map(this::configuration).toList();
    }

    /**
     * The best configuration.
     *
     * @throws NoSuchElementException if none has a value of the metric that ranks
     */
    public Configuration best() {
        Ranking.Row winner = conclusion.report().ranking().winner();
        if (winner == null) {
            throw new NoSuchElementException("no configuration of %s has a value of %s".formatted(
                    conclusion.plan().experiment().name(), conclusion.plan().experiment().metric().name()));
        }
        return configuration(winner);
    }

    private Configuration configuration(Ranking.Row row) {
        Report report = conclusion.report();
        return new Configuration(row, row.runs().stream().map(run -> new RunResult(run, store)).toList(),
                StoredResults.median(conclusion.sweep(), row.runs()).map(run -> new RunResult(run, store)),
                report.objective(), report.comparisons().map(all -> all.all().get(row.rank() - 1)));
    }

    /** Who is best and who cannot be told apart from it, in a sentence, with warnings; empty without a comparison. */
    public Optional<Finding> finding() {
        return conclusion.report().finding();
    }

    /** The race by which configurations got their seeds; empty where all got the same. */
    public Optional<Race> race() {
        return conclusion.race();
    }

    /** All runs in the order of the plan, those that have not ended among them. */
    public List<RunResult> runs() {
        return conclusion.runs().stream().map(run -> new RunResult(run, store)).toList();
    }

    /** What became of what the experiment expects. */
    public List<ExpectationVerdict> verdicts() {
        return conclusion.verdicts();
    }

    /** Whether all runs were trained to a result, and everything holds that was expected. */
    public boolean isRight() {
        return conclusion.isComplete() && !conclusion.hasMissed();
    }

    /** Whether it was stopped before its end; run again, the experiment continues. */
    public boolean isInterrupted() {
        return conclusion.interrupted();
    }

    /** Where the experiment's own files are: tables and plots, or those of the only run. */
    public Path directory() {
        return conclusion.directory();
    }

    /** The ranked table, as a terminal of 80 columns shows it; what has no room is left out. */
    public String table() {
        return table(Report.WIDTH);
    }

    /** The ranked table, as a terminal of so many columns shows it. */
    public String table(int width) {
        return conclusion.report().table(width, true);
    }

    /** All that is known, for what is not here. */
    public Conclusion conclusion() {
        return conclusion;
    }

    @Override
    public String toString() {
        return table();
    }
}
