package gridrun.report;

import gridrun.metric.Quantity;
import gridrun.report.Ranking.Row;
import gridrun.report.Table.Column;
import gridrun.report.Table.Worth;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Means over the completed runs as columns of the ranked table: with their standard deviations, and where they are. */
final class MeanColumns {

    private static final String BEST_EPOCH = "best_epoch";

    private final List<Row> rows;
    private final Objective objective;
    private final BaselineRow baseline;
    /** Of the rows, by the figures' names: there may be thousands of runs. */
    private final Map<String, List<Statistic>> statistics = new HashMap<>();

    /**
     * Of a table's rows.
     *
     * @param objective says with what confidence the means are there
     * @param baseline what they are compared with in a last row
     */
    MeanColumns(List<Row> rows, Objective objective, BaselineRow baseline) {
        this.rows = rows;
        this.objective = objective;
        this.baseline = baseline;
    }

    /** A figure's means. */
    Column means(Quantity figure, Worth worth) {
        List<Statistic> statistics = statistics(figure.name());
        Optional<Statistic> constant = baseline.of(figure);
        int decimals = decimals(figure, statistics);
        return new Column(figure.name(), statistics.stream().map(s -> Figures.meanAndStd(s, decimals)).toList(), worth,
                constant.map(s -> Figures.meanAndStd(s, decimals)).orElse(null));
    }

    /** Where a figure's means are; none of single runs. */
    Stream<Column> intervals(Quantity figure, Worth worth) {
        int decimals = decimals(figure, statistics(figure.name()));
        return intervals(row -> row.interval(figure.name(), objective.terms()), decimals, worth,
                baseline.interval(figure, objective.terms()).map(ends -> Figures.interval(ends, decimals))
                        .orElse(null));
    }

    /** The epochs whose weights were the best. */
    Stream<Column> bestEpochs() {
        List<String> means = statistics(BEST_EPOCH).stream().map(s -> Figures.meanAndStd(s, 0)).toList();
        return Stream.concat(Stream.of(new Column(BEST_EPOCH, means, true)),
                intervals(row -> row.interval(BEST_EPOCH, objective.terms()).map(ends -> ends.within(1, epochs(row))),
                        0, Worth.DETAIL, null));
    }

    private Stream<Column> intervals(Function<Row, Optional<MeanInterval>> interval, int decimals, Worth worth,
            String foot) {
        List<String> cells = rows.stream().map(row -> interval.apply(row)
                .map(ends -> Figures.interval(ends, decimals)).orElse("")).toList();
        return cells.stream().allMatch(String::isEmpty) ? Stream.of()
                : Stream.of(new Column(objective.terms().intervalName(), cells, worth, foot));
    }

    /** How many epochs its runs may have: all the same, for it is one configuration, as far as they tell it. */
    private static double epochs(Row row) {
        return row.runs().stream().map(run -> run.params().get("train.epochs")).filter(Objects::nonNull).findFirst()
                .map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
    }

    private List<Statistic> statistics(String figure) {
        return statistics.computeIfAbsent(
                figure, name -> rows.stream().map(row -> row.statistic(name)).toList());
    }

    private int decimals(Quantity figure, List<Statistic> statistics) {
        return Figures.decimals(statistics.stream().allMatch(Statistic::isEmpty)
                ? baseline.of(figure).stream().toList() : statistics);
    }
}
