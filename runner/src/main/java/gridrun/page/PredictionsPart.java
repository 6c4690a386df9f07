package gridrun.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.h4;

import gridrun.chart.TickLabels;
import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What kept predictions show: of values the predicted against the actual ones, of classes the examples of which the
 * network was surest and wrong.
 */
final class PredictionsPart {

    private static final int SIDE = 420;
    private static final int LEFT = 60;
    private static final int MARGIN = 32;
    private static final int BOTTOM = 50;
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_WORST = 12;

    private final Table table;
    private final List<String> targets;
    private final List<String> predictions;

    /** @param table the file predictions.csv */
    PredictionsPart(Table table) {
        this.table = table;
        this.targets = cells("target");
        this.predictions = cells("prediction");
    }

    private List<String> cells(String title) {
        return column(title).map(Column::cells).orElse(List.of());
    }

    private Optional<Column> column(String title) {
        return table.columns().stream().filter(column -> column.title().equals(title)).findFirst();
    }

    /**
     * Nothing where the file is of another kind, such as one with several values an example.
     *
     * @param worst whether the worst examples are listed
     */
    List<DomContent> content(boolean worst) {
        boolean classes = table.columns().stream().anyMatch(column -> column.title().startsWith("p("));
        if (targets.isEmpty() || targets.size() != predictions.size()) {
            return List.of();
        }
        List<DomContent> content = new ArrayList<>(classes ? List.of() : scatter());
        if (worst) {
            content.addAll(classes ? wrong() : farthest());
        }
        return content;
    }

    /** Wrong answers, first those of which the network was surest. */
    private List<DomContent> wrong() {
        List<Integer> worst = IntStream.range(0, targets.size()).boxed()
                .filter(row -> !targets.get(row).equals(predictions.get(row)))
                .sorted(Comparator.comparingDouble((Integer row) -> -share(row, predictions)).thenComparing(row -> row))
                .limit(MOST_WORST).toList();
        if (worst.isEmpty()) {
            return List.of(div(h4("Every held-out example is told right.")));
        }
        Table shown = new Table(List.of(chosen("part", worst), chosen("example", worst), chosen("target", worst),
                chosen("prediction", worst),
                new Column("p(prediction)", worst.stream().map(row -> figure(share(row, predictions))).toList(), false),
                new Column("p(target)", worst.stream().map(row -> figure(share(row, targets))).toList(), false)));
        return List.of(div(h4("The worst examples: wrong, and surest of it"),
                Page.wide("the worst examples", RankedTable.of(shown)))
                .withClass("block"));
    }

    /** Those with the largest errors. */
    private List<DomContent> farthest() {
        List<Integer> worst = IntStream.range(0, targets.size()).boxed().filter(row -> Double.isFinite(error(row)))
                .sorted(Comparator.comparingDouble((Integer row) -> -Math.abs(error(row)))).limit(MOST_WORST).toList();
        if (worst.isEmpty()) {
            return List.of();
        }
        Table shown = new Table(List.of(chosen("part", worst), chosen("example", worst), chosen("target", worst),
                chosen("prediction", worst), new Column("error", worst.stream()
                        .map(row -> Figures.significant(error(row), 6)).toList(), false)));
        return List.of(div(h4("The worst examples: the largest errors"),
                Page.wide("the worst examples", RankedTable.of(shown)))
                .withClass("block"));
    }

    private double error(int row) {
        return number(predictions.get(row)) - number(targets.get(row));
    }

    private Column chosen(String title, List<Integer> rows) {
        List<String> cells = cells(title);
        return new Column(title, rows.stream().map(row -> cells.isEmpty() ? "" : cells.get(row)).toList(), false);
    }

    /** The probability of the class that a column names. */
    private double share(int row, List<String> named) {
        return column("p(" + named.get(row) + ")").map(column -> number(column.cells().get(row))).orElse(0.0);
    }

    private List<DomContent> scatter() {
        int step = (targets.size() + MOST_POINTS - 1) / MOST_POINTS;
        double[] all = IntStream.range(0, targets.size()).filter(row -> row % step == 0)
                .mapToObj(row -> new double[] {number(targets.get(row)), number(predictions.get(row))})
                .flatMapToDouble(Arrays::stream).toArray();
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            return List.of();
        }
        Svg svg = new Svg(SIDE, SIDE, "predicted against actual values of the held-out examples");
        SvgAxis across = SvgAxis.of(all, LEFT, SIDE - MARGIN);
        SvgAxis up = SvgAxis.of(all, SIDE - BOTTOM, MARGIN);
        across.draw(svg, MARGIN, SIDE - BOTTOM, "actual");
        svg.words("name", 4, 14, "start", "predicted");
        TickLabels labels = TickLabels.of(up.ticks());
        for (double tick : up.ticks()) {
            svg.words("number", LEFT - 6, up.x(tick) + 4, "end", labels.of(tick));
        }
        svg.line("grid", List.of(new double[] {across.x(across.low()), up.x(up.low())},
                new double[] {across.x(across.high()), up.x(up.high())}));
        List<String> examples = cells("example");
        for (int i = 0; i < all.length; i += 2) {
            svg.dot(across.x(all[i]), up.x(all[i + 1]), Palette.of(0), "example %s: %s, predicted %s".formatted(
                    examples.isEmpty() ? "" : examples.get(i / 2 * step), targets.get(i / 2 * step),
                    predictions.get(i / 2 * step)));
        }
        return List.of(div(h4("Predicted against actual; on the line a prediction is right"), svg.sized(SIDE))
                .withClass("block"));
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String figure(double value) {
        return Figures.significant(value, 3);
    }
}
