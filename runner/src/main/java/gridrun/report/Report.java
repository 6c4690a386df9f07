package gridrun.report;

import gridrun.comparison.Comparisons;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.report.Table.Column;
import gridrun.report.Table.Worth;
import gridrun.store.Outcome;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of an experiment in words and figures. Configurations are ranked and compared once, when that is asked
 * for first.
 */
public final class Report {

    /** The width that a terminal is taken to have. */
    public static final int WIDTH = 80;

    /** What became of a completed run whose figure is no number: a metric can be undefined on a part of the data. */
    public static final String NO_VALUE = "without a value";

    private static final String SPREAD = "± is the sample standard deviation over the %s (n - 1)";

    private final Objective objective;
    private final Quantity asked;
    private final List<Run> runs;
    private Ranking ranking;
    private Optional<Comparisons> comparisons;
    private BaselineRow baseline;

    /**
     * The report on results.
     *
     * @param objective what configurations are ranked by
     * @param runs in the order of the plan
     */
    public Report(Objective objective, List<Run> runs) {
        this(objective, objective.ranked(), runs);
    }

    private Report(Objective objective, Quantity asked, List<Run> runs) {
        this.objective = objective;
        this.asked = asked;
        this.runs = List.copyOf(runs);
    }

    /** The same runs, ranked by another of their figures; which of their epochs are best stays as it is. */
    public Report rankedBy(Objective other) {
        return new Report(other, asked, runs);
    }

    /** What configurations are ranked by. */
    public Objective objective() {
        return objective;
    }

    /** All runs that it is about, in the order of the plan. */
    public List<Run> runs() {
        return runs;
    }

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
     * The ranked table, mean ± sample standard deviation over the seeds, for a terminal.
     *
     * @param width the terminal's columns
     * @param unicode whether it can show more than ASCII
     */
    public String table(int width, boolean unicode) {
        return ranked().text(width, unicode) + lines(notes(), width, unicode)
                + finding().map(finding -> '\n' + lines(finding.lines(), width, unicode)).orElse("");
    }

    /** Lines of text for a terminal, broken where they are wider. */
    public static String lines(Stream<String> lines, int width, boolean unicode) {
        return lines.map(line -> folded(Table.printable(line, unicode), width) + '\n').collect(Collectors.joining());
    }

    /** Broken at blanks, so that no line but one long word's is wider. */
    private static String folded(String line, int width) {
        int blank = line.length() <= width ? -1 : line.lastIndexOf(' ', width);
        return blank < 1 ? line : line.substring(0, blank) + '\n' + folded(line.substring(blank + 1), width);
    }

    /** The ranked table in Markdown. */
    public String markdown() {
        String notes = notes().collect(Collectors.joining("; "));
        return (notes.isEmpty() ? ranked().markdown() : ranked().markdown() + '\n' + notes + ".\n")
                + finding().map(finding -> '\n' + finding.markdown()).orElse("");
    }

    /** What the signs and rows of the table mean. */
    public Stream<String> notes() {
        boolean spread = ranking().rows().stream().anyMatch(row -> row.figure().n() > 1);
        return Stream.of(otherBest().stream(), spread ? Stream.of(spread(runs)) : Stream.<String>empty(),
                comparisons().flatMap(ComparisonText::method).stream(),
                ranking().race().stream().flatMap(race -> new RaceText(race, ranking()).lines()),
                baselineRow().note(objective.metric(), figures()).stream(),
                new TestEstimate(ranking()).note().stream()).flatMap(note -> note);
    }

    /** Of which epoch figures are that a reader may take for the best of their own; empty where there are none. */
    private Optional<String> otherBest() {
        Optional<Quantity> best = Stream.of(true, false)
                .map(validated -> new Quantity(Moment.BEST, asked.epochMetric(validated)))
                .filter(this::isThere).findFirst();
        String others = figures().stream().filter(figure -> figure.moment() == Moment.BEST)
                .filter(figure -> !best.equals(Optional.of(figure))).map(Quantity::name)
                .collect(Collectors.joining(", "));
        return best.filter(ranked -> !others.isEmpty()).map(ranked -> "%s: in the epoch in which %s is best"
                .formatted(others, ranked.metric()));
    }

    /** What a figure's ± is. */
    public static String spread(List<Run> runs) {
        return SPREAD.formatted(Repeats.of(runs).many());
    }

    private synchronized BaselineRow baselineRow() {
        if (baseline == null) {
            baseline = new BaselineRow(runs, comparisons().filter(Comparisons::isWithBaseline).isPresent());
        }
        return baseline;
    }

    /** The configurations compared with the best, or with the baseline; empty where there are not two with values. */
    public synchronized Optional<Comparisons> comparisons() {
        if (comparisons == null) {
            comparisons = ranking().comparisons();
        }
        return comparisons;
    }

    /** What the comparison comes to in words; empty without one. */
    public Optional<Finding> finding() {
        return comparisons().map(comparisons -> new ComparisonText(comparisons, new Granularity(objective))
                .finding());
    }

    /** A row a configuration with its figure, interval and comparison, for programs. */
    public ConfigurationFigures configurations() {
        return new ConfigurationFigures(ranking(), comparisons());
    }

    /** The configurations, best first. */
    public synchronized Ranking ranking() {
        if (ranking == null) {
            ranking = Ranking.of(objective, runs);
        }
        return ranking;
    }

    /** The ranked table. */
    public Table ranked() {
        List<Ranking.Row> rows = ranking().rows();
        Set<String> axes = RunLines.axes(runs);
        BaselineRow baseline = baselineRow();
        List<Column> columns = new ArrayList<>();
        columns.add(
                column("rank", rows, row -> Integer.toString(row.rank()),
                        axes.isEmpty() ? baseline.label(figures()) : null));
        for (String axis : axes) {
            columns.add(column(axis, rows, row -> row.swept().getOrDefault(axis, ""),
                    columns.size() == 1 ? baseline.label(figures()) : null));
        }
        MeanColumns means = new MeanColumns(rows, objective, baseline);
        for (Quantity figure : figures()) {
            boolean ranks = figure.equals(objective.ranked());
            columns.add(means.means(figure, isNeeded(figure) ? Worth.NEEDED : Worth.USEFUL));
            if (ranks) {
                comparisons().filter(comparisons -> comparisons.count() > 0)
                        .ifPresent(comparisons -> columns.addAll(new ComparisonColumns(comparisons).columns()));
            }
            means.intervals(figure, ranks ? Worth.USEFUL : Worth.DETAIL).forEach(columns::add);
        }
        means.bestEpochs().forEach(columns::add);
        columns.add(column("runs", rows, Report::outcomes, null));
        return new Table(columns);
    }

    /**
     * What is ranked, and beside it what was asked for, or what the weights have that were kept; the last, droppable
     * ones matter less.
     */
    private Set<Quantity> figures() {
        if (!objective.shown().isEmpty()) {
            return Stream.concat(Stream.of(objective.ranked()), objective.shown().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        List<Moment> moments = keepsLast() ? List.of(Moment.BEST, Moment.TEST, Moment.FINAL)
                : List.of(Moment.BEST, Moment.KEPT, Moment.TEST);
        Set<Quantity> figures = new LinkedHashSet<>(List.of(objective.ranked()));
        moments.stream().map(objective.ranked()::at)
                .filter(figure -> figure.moment() != Moment.TEST || isThere(figure)).forEach(figures::add);
        return figures;
    }

    private boolean isThere(Quantity figure) {
        String name = figure.name();
        return runs.stream().anyMatch(run -> run.summary().containsKey(name));
    }

    /** Whether a figure stays in a narrow table: what ranks, what was asked for, and the estimate. */
    private boolean isNeeded(Quantity figure) {
        return figure.equals(objective.ranked()) || objective.shown().contains(figure)
                || figure.moment() == Moment.TEST;
    }

    /** Whether all runs kept the weights of their last epoch. */
    private boolean keepsLast() {
        String kept = objective.at(Moment.KEPT);
        String last = objective.at(Moment.FINAL);
        return runs.stream().map(Run::summary).allMatch(summary -> !summary.containsKey(kept)
                || summary.get(kept).equals(summary.get(last)));
    }

    private static <T> Column column(String title, List<T> rows, Function<T, String> cell, String foot) {
        return new Column(title, rows.stream().map(cell).toList(), Worth.NEEDED, foot);
    }

    /** The number of runs, or what became of those that were not completed: {@code diverged 3/5}. */
    private static String outcomes(Ranking.Row row) {
        List<String> parts = new ArrayList<>();
        Set<String> outcomes = new LinkedHashSet<>(
                List.of(Outcome.DIVERGED.word(), Outcome.FAILED.word()));
        row.runs().forEach(run -> outcomes.add(run.status()));
        outcomes.remove(Outcome.COMPLETED.word());
        for (String outcome : outcomes) {
            long count = row.runs().stream().filter(run -> run.status().equals(outcome)).count();
            if (count > 0) {
                parts.add("%s %s/%s".formatted(outcome, count, row.runs().size()));
            }
        }
        int unknown = row.count(Outcome.COMPLETED) - row.figure().n();
        if (unknown > 0) {
            parts.add("%s %s/%s".formatted(NO_VALUE, unknown, row.runs().size()));
        }
        return parts.isEmpty() ? Integer.toString(row.runs().size()) : String.join(", ", parts);
    }

    /** A line a run, with what it is called, what varies, every parameter and every metric in full precision. */
    public String csv() {
        return new RunLines(runs).csv();
    }
}
