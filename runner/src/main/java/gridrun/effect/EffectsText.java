package gridrun.effect;

import gridrun.report.ComparisonWarnings;
import gridrun.report.Figures;
import gridrun.report.Format;
import gridrun.report.Json;
import gridrun.report.Report;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Effects as tables, as a line, and for programs. */
public final class EffectsText {

    private static final int MOST_INTERACTIONS = 3;
    private static final String OTHERS = "other interactions";
    private static final String METHOD = "share: of the total sum of squares; F and p: against the residual, "
            + "which is what a %s does to one configuration alone";
    private static final String OVERLAP = "training parts overlap, so that p is too small";
    private static final String AVERAGED = "mean: over all other axes; ± is the sample standard deviation of the "
            + "means of a %s (n - 1)";

    private final Effects effects;

    public EffectsText(Effects effects) {
        this.effects = effects;
    }

    /** Both tables in a format, as comma-separated values the first alone; text is as wide as terminals usually are. */
    public String in(Format format) {
        return switch (format) {
            case TABLE -> table(Report.WIDTH, true);
            case MD -> head() + ":\n\n" + sources().markdown() + '\n' + method() + ".\n\n"
                    + averages().markdown() + '\n' + AVERAGED.formatted(effects.repeats().one()) + ".\n";
            case CSV -> sources(effects.effects(), p -> Figures.significant(p, 2)).csv();
            case JSON -> json();
        };
    }

    private String method() {
        return Stream.concat(Stream.of(METHOD.formatted(effects.repeats().one())), caveats())
                .collect(Collectors.joining("; "));
    }

    /** Why p is not what it says. */
    private Stream<String> caveats() {
        return effects.seeds() == 1 ? Stream.of() : Stream.of(effects.overlap() > 0 ? OVERLAP : null,
                effects.isCrossed() ? ComparisonWarnings.ofSharedSeeds("runs") : null).filter(Objects::nonNull);
    }

    /** Both tables for a terminal. */
    public String table(int width, boolean unicode) {
        return shares(width, unicode) + Report.lines(Stream.of(method()), width, unicode) + '\n'
                + averages().text(width, unicode)
                + Report.lines(Stream.of(AVERAGED.formatted(effects.repeats().one())), width, unicode);
    }

    /** The table of sources for a terminal, and what one must know of its p. */
    public String brief(int width, boolean unicode) {
        return shares(width, unicode) + Report.lines(caveats().map(caveat -> "warning: " + caveat), width, unicode);
    }

    private String shares(int width, boolean unicode) {
        return head() + ":\n" + sources().text(width, unicode);
    }

    /** The averages as comma-separated values. */
    public String averagesCsv() {
        return averages().csv();
    }

    /** What is analysed: {@code effects on best.val_accuracy, 4 x 3 configurations, 5 seeds}. */
    public String head() {
        return head(effects.objective().ranked().name());
    }

    /** The same with the figure as readers know it. */
    public String head(String figure) {
        return "effects on %s, %s configurations, %s".formatted(figure,
                effects.factors().stream().map(factor -> Integer.toString(factor.levels().size()))
                        .collect(Collectors.joining(" x ")),
                effects.counted());
    }

    /** What stands below the ranked table: of several axes the table, of one a line. */
    public String below(int width, boolean unicode) {
        return effects.factors().size() > 1 ? '\n' + brief(width, unicode) : line() + '\n';
    }

    /** All in one line: {@code variance of best.val_accuracy: 94 % seeds, 2.1 % learning_rate, 3.9 % residual}. */
    public String line() {
        return "variance of %s%s: %s".formatted(effects.objective().ranked(),
                effects.areAll() ? "" : " in the " + effects.counted(), shown().stream()
                        .map(effect -> percent(effect) + " % " + effect.source()).collect(Collectors.joining(", ")));
    }

    /** Main effects, the largest interactions and what the others come to, the seeds and the residual. */
    public List<Effect> shown() {
        List<Effect> interactions = effects.effects().stream().filter(effect -> effect.order() > 1).toList();
        List<Effect> others = interactions.size() <= MOST_INTERACTIONS + 1 ? List.of()
                : interactions.subList(MOST_INTERACTIONS, interactions.size());
        List<Effect> shown = new ArrayList<>(effects.effects().stream()
                .filter(effect -> effect.order() > 0 && !others.contains(effect)).toList());
        if (!others.isEmpty()) {
            shown.add(new Effect(OTHERS, 2, others.stream().mapToInt(Effect::degrees).sum(),
                    Layout.sum(others.stream().mapToDouble(Effect::squares).toArray()),
                    Layout.sum(others.stream().mapToDouble(Effect::share).toArray()), Double.NaN, Double.NaN));
        }
        effects.effects().stream().filter(effect -> effect.order() == 0).forEach(shown::add);
        return shown;
    }

    /** What the variance comes from, one row a source. */
    public Table sources() {
        return sources(shown(), Figures::p);
    }

    /** What the columns of {@link #sources} are. */
    public String sourcesNote() {
        return method();
    }

    /** @param p writes a p-value: programs read numbers, whatever they are called to people */
    private static Table sources(List<Effect> rows, DoubleFunction<String> p) {
        List<Column> columns = new ArrayList<>(List.of(
                column("source", rows, Effect::source),
                column("share %", rows, EffectsText::percent),
                column("df", rows, row -> Integer.toString(row.degrees()))));
        if (rows.stream().anyMatch(row -> !Double.isNaN(row.f()))) {
            columns.add(column("F", rows, row -> Double.isNaN(row.f()) ? "" : Figures.significant(row.f(), 3)));
            columns.add(column("p", rows, row -> Double.isNaN(row.p()) ? "" : p.apply(row.p())));
        }
        return new Table(columns);
    }

    private static String percent(Effect effect) {
        return Figures.rounded(Math.rint(1000 * effect.share()) / 10, 1);
    }

    private Table averages() {
        List<Average> rows = effects.averages();
        int decimals = Figures.decimals(rows.stream().map(Average::overSeeds).toList());
        return new Table(List.of(
                column("axis", rows, Average::factor),
                column("value", rows, Average::level),
                column(effects.objective().ranked().name(), rows,
                        row -> Figures.meanAndStd(row.overSeeds(), decimals)),
                column(effects.objective().terms().intervalName(), rows, row -> effects.interval(row).map(
                        interval -> Figures.interval(interval, decimals)).orElse("")),
                column("runs", rows, row -> Integer.toString(row.runs()))));
    }

    private static <T> Column column(String title, List<T> rows, Function<T, String> cell) {
        return new Column(title, rows.stream().map(cell).toList(), false);
    }

    private String json() {
        return """
                {
                  "metric": %s,
                  "seeds": %d,
                  "effects": [
                %s
                  ],
                  "averages": [
                %s
                  ]
                }
                """.formatted(Json.text(effects.objective().ranked().name()), effects.seeds(),
                lines(effects.effects(), EffectsText::json), lines(effects.averages(), this::json));
    }

    private static <T> String lines(List<T> rows, Function<T, String> json) {
        return rows.stream().map(row -> "    " + json.apply(row)).collect(Collectors.joining(",\n"));
    }

    private static String json(Effect effect) {
        return ("{\"source\": %s, \"df\": %d, \"sum_of_squares\": %s, \"share\": %s, \"F\": %s, \"p\": %s}")
                .formatted(Json.text(effect.source()), effect.degrees(), Json.number(effect.squares()),
                        Json.number(effect.share()), Json.number(effect.f()), Json.number(effect.p()));
    }

    private String json(Average average) {
        Statistic seeds = average.overSeeds();
        Optional<MeanInterval> interval = effects.interval(average);
        return ("{\"axis\": %s, \"value\": %s, \"runs\": %d, \"mean\": %s, \"std\": %s, \"low\": %s, \"high\": %s}")
                .formatted(Json.text(average.factor()), Json.text(average.level()), average.runs(),
                        Json.number(seeds.mean()), Json.number(seeds.std()),
                        Json.number(interval.map(MeanInterval::low).orElse(Double.NaN)),
                        Json.number(interval.map(MeanInterval::high).orElse(Double.NaN)));
    }
}
