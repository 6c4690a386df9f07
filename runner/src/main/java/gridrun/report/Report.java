package gridrun.report;

import gridrun.report.Table.Column;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The results of an experiment in words and figures.
 *
 * @param objective what configurations are ranked by
 * @param runs in the order of the plan
 */
public record Report(Objective objective, List<RunResult> runs) {

    /** The width that a terminal is taken to have. */
    public static final int WIDTH = 80;

    /** The results in a format; text for terminals is as wide as these usually are, and not only ASCII. */
    public String in(Format format) {
        return switch (format) {
            case TABLE -> table(WIDTH, true);
            case CSV -> csv();
            case JSON -> Json.of(runs);
            case MD -> markdown();
        };
    }

    /** A number as people read it: five significant digits. */
    public static String figure(double value) {
        return Figures.significant(value, 5);
    }

    /** Whether a terminal with this character set can show the table's signs. */
    public static boolean isUnicode(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode('±');
    }

    /**
     * The ranked table, mean ± standard deviation over the seeds, for a terminal.
     *
     * @param width the terminal's columns
     * @param unicode whether it can show more than ASCII
     */
    public String table(int width, boolean unicode) {
        return ranked().text(width, unicode);
    }

    /** The ranked table in Markdown. */
    public String markdown() {
        return ranked().markdown();
    }

    /** The configurations, best first. */
    public Ranking ranking() {
        return Ranking.of(objective, runs);
    }

    private Table ranked() {
        List<Ranking.Row> rows = ranking().rows();
        List<Column> columns = new ArrayList<>();
        columns.add(column("rank", rows, row -> Integer.toString(row.rank()), false));
        for (String axis : names(run -> run.swept().keySet(), new LinkedHashSet<>())) {
            columns.add(column(axis, rows, row -> row.swept().getOrDefault(axis, ""), false));
        }
        columns.add(figures(objective.best(), rows, false));
        if (runs.stream().anyMatch(run -> run.metrics().containsKey(objective.test()))) {
            columns.add(figures(objective.test(), rows, true));
        }
        columns.add(figures(objective.last(), rows, true));
        columns.add(column("best_epoch", rows, row -> Figures.meanAndStd(row.statistic("best_epoch"), 0), true));
        columns.add(column("runs", rows, Report::outcomes, false));
        return new Table(columns);
    }

    private static <T> Column column(String title, List<T> rows, Function<T, String> cell, boolean droppable) {
        return new Column(title, rows.stream().map(cell).toList(), droppable);
    }

    private static Column figures(String metric, List<Ranking.Row> rows, boolean droppable) {
        int decimals = Figures.decimals(rows.stream().map(row -> row.statistic(metric)).toList());
        return column(metric, rows, row -> Figures.meanAndStd(row.statistic(metric), decimals), droppable);
    }

    /** The number of runs, or what became of those that were not completed: {@code diverged 3/5}. */
    private static String outcomes(Ranking.Row row) {
        List<String> parts = new ArrayList<>();
        Set<String> outcomes = new LinkedHashSet<>(List.of("diverged", "failed"));
        row.runs().forEach(run -> outcomes.add(run.outcome()));
        outcomes.remove("completed");
        for (String outcome : outcomes) {
            if (row.count(outcome) > 0) {
                parts.add("%s %d/%d".formatted(outcome, row.count(outcome), row.runs().size()));
            }
        }
        return parts.isEmpty() ? Integer.toString(row.runs().size()) : String.join(", ", parts);
    }

    /** A line a run, with every parameter and every metric in full precision. */
    public String csv() {
        List<Column> columns = new ArrayList<>(List.of(
                column("run_key", runs, RunResult::runKey, false),
                column("config_id", runs, RunResult::configId, false),
                column("seed", runs, run -> Long.toString(run.seed()), false),
                column("outcome", runs, RunResult::outcome, false)));
        for (String param : names(run -> run.params().keySet(), new LinkedHashSet<>())) {
            columns.add(column(param, runs, run -> run.params().getOrDefault(param, ""), false));
        }
        for (String metric : names(run -> run.metrics().keySet(), new TreeSet<>())) {
            columns.add(column(metric, runs, run -> run.metrics().containsKey(metric)
                    ? Figures.exact(run.metrics().get(metric)) : "", false));
        }
        columns.add(column("weights_sha256", runs, run -> orBlank(run.weightsSha256()), false));
        columns.add(column("error", runs, run -> orBlank(run.error()), false));
        return new Table(columns).csv();
    }

    private static String orBlank(String text) {
        return text == null ? "" : text;
    }

    private Set<String> names(Function<RunResult, Set<String>> of, Set<String> all) {
        runs.forEach(run -> all.addAll(of.apply(run)));
        return all;
    }
}
