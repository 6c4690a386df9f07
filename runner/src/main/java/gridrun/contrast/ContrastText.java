package gridrun.contrast;

import gridrun.comparison.Comparisons;
import gridrun.comparison.Terms;
import gridrun.report.Figures;
import gridrun.report.Format;
import gridrun.report.Report;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.report.Table.Worth;
import gridrun.statistics.McNemar;
import gridrun.statistics.Statistic;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contrast as tables and sentences. */
public final class ContrastText {

    private static final int MOST_VALUES = 6;

    private final Contrast contrast;
    private final Answers.Found answers;
    private final List<Row> rows;
    private final ContrastFinding finding;

    /**
     * The text.
     *
     * @param answers of two runs; null for others
     */
    public ContrastText(Contrast contrast, Answers.Found answers) {
        this.contrast = contrast;
        this.answers = answers;
        this.rows = Row.of(contrast);
        this.finding = new ContrastFinding(contrast, rows);
    }

    /** In a format; comma-separated values are of the results alone. */
    public String in(Format format, int width, boolean unicode) {
        return switch (format) {
            case TABLE -> table(width, unicode);
            case MD -> markdown();
            case CSV -> new ContrastFigures(contrast, rows).csv();
            case JSON -> new ContrastFigures(contrast, rows).json(settings(), answers, finding);
        };
    }

    private List<Setting> settings() {
        return Setting.differing(contrast.a(), contrast.b());
    }

    private String table(int width, boolean unicode) {
        Function<Stream<String>, String> lines = all -> Report.lines(all, width, unicode);
        List<Setting> settings = settings();
        StringBuilder text = new StringBuilder(lines.apply(Stream.of(contrast.a().shown(), contrast.b().shown())));
        text.append('\n').append(settings.isEmpty() ? lines.apply(Stream.of(finding.alike()))
                : settings(settings).text(width, unicode));
        if (!rows.isEmpty()) {
            text.append('\n').append(results().text(width, unicode)).append(lines.apply(notes()));
        }
        text.append('\n').append(lines.apply(finding.lines()));
        if (answers != null && !answers.parts().isEmpty()) {
            text.append('\n').append(answers().text(width, unicode)).append(lines.apply(Stream.of(method())));
        } else if (answers != null) {
            text.append(lines.apply(Stream.of(answers.reason())));
        }
        return text.toString();
    }

    private String markdown() {
        List<Setting> settings = settings();
        List<String> parts = new ArrayList<>(List.of("- " + contrast.a().shown() + "\n- " + contrast.b().shown() + "\n",
                settings.isEmpty() ? finding.alike() + '\n' : settings(settings).markdown()));
        if (!rows.isEmpty()) {
            parts.add(results().markdown());
            parts.add(notes().collect(Collectors.joining("; ")) + ".\n");
        }
        parts.add(finding.lines().collect(Collectors.joining("\n\n", "", "\n")));
        if (answers != null && !answers.parts().isEmpty()) {
            parts.add(answers().markdown());
            parts.add(method() + ".\n");
        } else if (answers != null) {
            parts.add(answers.reason() + ".\n");
        }
        return String.join("\n", parts);
    }

    private static Table settings(List<Setting> settings) {
        return new Table(List.of(column("setting", settings, Setting::name),
                column("A", settings, setting -> brief(setting.a())),
                column("B", settings, setting -> brief(setting.b()))));
    }

    /** Of many values the first and the last. */
    private static String brief(List<String> values) {
        int n = values.size();
        return n <= MOST_VALUES ? String.join(", ", values) : "%s, … %s (%d values)".formatted(
                String.join(", ", values.subList(0, 3)), values.get(n - 1), n);
    }

    private Table results() {
        List<Column> columns = new ArrayList<>();
        if (contrast.matches().size() > 1) {
            columns.add(column("configuration", rows, row -> row.match().label()));
        }
        columns.add(column("figure", rows, row -> row.objective().ranked().name()));
        columns.add(column("A", rows, row -> figure(row, row.match().a())));
        columns.add(interval(row -> row.match().a()));
        columns.add(column("B", rows, row -> figure(row, row.match().b())));
        columns.add(interval(row -> row.match().b()));
        columns.add(column("mark", rows, Row::mark));
        columns.add(new Column("p", texts(rows, row -> Double.isNaN(row.against().pAdjusted()) ? ""
                : Figures.p(row.against().pAdjusted(), row.compared().terms().level())), true));
        columns.add(new Column("difference", texts(rows, this::difference), true));
        columns.add(new Column("won-lost", texts(rows, row -> row.pairs() < 2 ? ""
                : row.difference().wins() + "-" + row.difference().losses()), true));
        return new Table(columns.stream().filter(column -> List.of("A", "B").contains(column.title())
                || column.cells().stream().anyMatch(cell -> !cell.isEmpty())).toList());
    }

    private Column interval(Function<Row, List<Run>> side) {
        return new Column(rows.get(0).objective().terms().intervalName(), texts(rows,
                row -> row.interval(side.apply(row)).map(ends -> Figures.interval(ends, decimals(row))).orElse("")),
                Worth.DETAIL, null);
    }

    private String figure(Row row, List<Run> runs) {
        return Figures.meanAndStd(row.statistic(runs), decimals(row));
    }

    private int decimals(Row row) {
        return Figures.decimals(same(row).flatMap(one -> Stream.of(one.match().a(), one.match().b())
                .map(one::statistic)).toList());
    }

    /** The rows of the same figure. */
    private Stream<Row> same(Row row) {
        return rows.stream().filter(one -> one.objective().equals(row.objective()));
    }

    private String difference(Row row) {
        if (Double.isNaN(row.mean())) {
            return "";
        }
        List<Statistic> samples = same(row).map(one -> one.difference().sample()).toList();
        int decimals = samples.stream().anyMatch(sample -> sample.std() > 0) ? Figures.decimals(samples)
                : decimals(row);
        String mean = Figures.rounded(row.mean(), decimals);
        return row.difference().interval().map(ends -> "%s (%s)".formatted(mean,
                Figures.interval(ends, decimals))).orElse(mean);
    }

    /** What the signs and columns of the table mean. */
    private Stream<String> notes() {
        List<Run> runs = Stream.concat(contrast.a().runs().stream(), contrast.b().runs().stream()).toList();
        boolean spread = rows.stream().anyMatch(row -> row.statistic(row.match().a()).n() > 1
                || row.statistic(row.match().b()).n() > 1);
        return Stream.of(spread ? Report.spread(runs) : null,
                rows.stream().allMatch(row -> Double.isNaN(row.mean())) ? null : difference(runs))
                .filter(Objects::nonNull);
    }

    private String difference(List<Run> runs) {
        Terms terms = contrast.objectives().get(0).terms();
        int count = contrast.objectives().stream().mapToInt(objective -> rows.stream()
                .filter(row -> row.objective().equals(objective)).mapToInt(row -> row.compared().count()).sum())
                .max().orElse(0);
        String difference = "difference: B less A" + of(Repeats.of(runs));
        return count == 0 ? difference
                : "%s, and its %s; p: %s%s".formatted(difference, terms.intervalName(),
                        rows.stream().map(Row::compared).max(Comparator.comparingDouble(Comparisons::overlap))
                                .orElseThrow().test().title(),
                        count == 1 ? "" : ", corrected for %d comparisons a figure (Holm)".formatted(count));
    }

    /** What differences are of: of the pairs, however many these are of the runs, and else of the means. */
    private String of(Repeats repeats) {
        if (rows.stream().allMatch(row -> row.statistic(row.match().a()).n() < 2
                && row.statistic(row.match().b()).n() < 2)) {
            return "";
        }
        String paired = rows.stream().anyMatch(row -> row.pairs() > 1) ? " in the same " + repeats.many()
                : rows.stream().anyMatch(row -> row.pairs() == 1) ? " in the one %s that both have".formatted(
                        repeats.one()) : "";
        boolean ofMeans = rows.stream().anyMatch(row -> row.pairs() == 0 && !Double.isNaN(row.mean()));
        return paired.isEmpty() ? ", of the means"
                : paired + (ofMeans ? ", or of the means where they share none" : "");
    }

    private Table answers() {
        List<Answers> parts = answers.parts();
        return new Table(List.of(column("part", parts, Answers::part), count("both right", parts, Answers::both),
                count("only A right", parts, Answers::onlyA), count("only B right", parts, Answers::onlyB),
                count("both wrong", parts, Answers::neither),
                column("p", parts, part -> Figures.p(part.test().p()))));
    }

    private static Column count(String title, List<Answers> parts, ToDoubleFunction<Answers> count) {
        return column(title, parts, part -> Figures.grouped((int) count.applyAsDouble(part)));
    }

    private String method() {
        boolean exact = answers.parts().stream().map(Answers::test).allMatch(McNemar::isExact);
        return "p: McNemar's test%s, of these two networks alone: other seeds may answer otherwise"
                .formatted(exact ? ", exact" : "");
    }

    private static <T> Column column(String title, List<T> rows, Function<T, String> cell) {
        return new Column(title, texts(rows, cell), false);
    }

    private static <T> List<String> texts(List<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toList();
    }
}
