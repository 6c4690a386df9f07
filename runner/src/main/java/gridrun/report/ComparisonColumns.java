package gridrun.report;

import gridrun.comparison.Against;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.report.Table.Column;
import gridrun.statistics.Statistic;
import java.util.List;
import java.util.function.Function;

/** A comparison as columns of the ranked table. */
record ComparisonColumns(Comparisons comparisons) {

    /** On a narrow terminal the last of those that may be left out goes first. */
    List<Column> columns() {
        return List.of(
                column("mark", against -> against.mark().map(Mark::words).orElse(""), false),
                column("p", against -> Double.isNaN(against.pAdjusted()) ? ""
                        : Figures.p(against.pAdjusted(), comparisons.terms().level()), true),
                column("difference", against -> against.difference().map(this::difference).orElse(""), true),
                column("won-lost", against -> against.difference().filter(found -> found.sample().n() > 0)
                        .map(found -> found.wins() + "-" + found.losses()).orElse(""), true));
    }

    private Column column(String title, Function<Against, String> cell, boolean droppable) {
        return new Column(title, comparisons.all().stream().map(cell).toList(), droppable);
    }

    private String difference(PairedDifference difference) {
        List<Statistic> all = comparisons.others().stream().map(against -> against.difference().orElseThrow().sample())
                .toList();
        int decimals = Figures.decimals(all);
        return difference.interval().map(ends -> "%s (%s)".formatted(
                Figures.rounded(difference.sample().mean(), decimals), Figures.interval(ends, decimals))).orElse("");
    }
}
