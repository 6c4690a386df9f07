package gridrun.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import gridrun.chart.Words;
import gridrun.metric.Goal;
import gridrun.report.Figures;
import gridrun.report.LegendTexts;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.report.Report;
import j2html.tags.DomContent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mean of every cell of a grid of two axes, as a table whose colours say what is good. */
final class AxesPart {

    private static final int MOST_VALUES = 30;
    private static final int DIGITS = 4;

    private AxesPart() {
    }

    /** The heat map; empty where the sweep has not two axes. */
    static Optional<List<DomContent>> of(Report report) {
        List<Row> rows = report.ranking().rows();
        Set<String> axes = new LinkedHashSet<>();
        rows.forEach(row -> axes.addAll(row.swept().keySet()));
        if (axes.size() != 2) {
            return Optional.empty();
        }
        List<String> names = List.copyOf(axes);
        List<String> down = values(report, names.get(0));
        List<String> across = values(report, names.get(1));
        if (down.size() < 2 || across.size() < 2 || across.size() > MOST_VALUES) {
            return Optional.empty();
        }
        return Optional.of(List.of(figure(Page.wide("the mean of each cell", table(
                thead(tr(
                        th(LegendTexts.words(names.get(0)) + " \\ " + LegendTexts.words(names.get(1))).attr("scope",
                                "col"),
                        each(across, value -> th(LegendTexts.brief(value)).attr("scope", "col")))),
                tbody(each(down, left -> tr(th(LegendTexts.brief(left)).attr("scope", "row"), each(across,
                        top -> cell(report.ranking(), names, left, top))))))
                .withClass("heat")),
                figcaption("Mean %s over the runs; the stronger the colour, the better.".formatted(
                        Words.of(report.objective().ranked()))))));
    }

    /** In the order of the plan. */
    private static List<String> values(Report report, String axis) {
        return report.runs().stream().map(run -> run.swept().getOrDefault(axis, "")).distinct().toList();
    }

    private static DomContent cell(Ranking ranking, List<String> axes, String left, String top) {
        Optional<Row> found =
                ranking.rows().stream().filter(row -> left.equals(row.swept().getOrDefault(axes.get(0), ""))
                        && top.equals(row.swept().getOrDefault(axes.get(1), ""))).findFirst();
        if (found.isEmpty() || found.get().figure().isEmpty()) {
            return td("").withClass("none");
        }
        double mean = found.get().figure().mean();
        return td(Figures.significant(mean, DIGITS)).withStyle(
                "--share:%s".formatted(String.format(Locale.ROOT, "%.3f", share(ranking, mean))));
    }

    /** How good a mean is among the grid's, from 0 to 1: by its rank, so that one outlier hides nothing. */
    private static double share(Ranking ranking, double mean) {
        double[] all = ranking.rows().stream().filter(row -> !row.figure().isEmpty())
                .mapToDouble(row -> row.figure().mean()).toArray();
        long below = 0;
        for (double other : all) {
            boolean worse = ranking.objective().goal() == Goal.MAXIMIZE ? other < mean : other > mean;
            below += worse ? 1 : 0;
        }
        return all.length < 2 ? 1 : (double) below / (all.length - 1);
    }
}
