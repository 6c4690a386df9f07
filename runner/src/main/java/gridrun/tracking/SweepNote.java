package gridrun.tracking;

import gridrun.comparison.Terms;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.store.Sweep;
import gridrun.tracking.PublishReport.Link;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of a sweep's run says in words: what was asked, what came out, and where to look at it. */
final class SweepNote {

    /** MLflow's pages give the cells of tables no padding, and cut plain blanks away. */
    private static final String PADDING = "\u00a0\u00a0\u00a0";

    private SweepNote() {
    }

    /** In Markdown; what matters stands first, for the page shows some five lines until one asks for more. */
    static String of(Sweep sweep, Report report, List<Link> links) {
        String best = report.ranking().winner() == null ? "" : best(report.ranking());
        String where = links.stream().map(link -> "[%s](%s)".formatted(link.label(), link.address()))
                .collect(Collectors.joining(" · "));
        return Stream.of(sweep.description().strip(), best, where, padded(report.markdown()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String best(Ranking ranking) {
        Ranking.Row winner = ranking.winner();
        String configuration = winner.swept().entrySet().stream()
                .map(axis -> axis.getKey() + "=" + axis.getValue()).collect(Collectors.joining(" "));
        Terms terms = ranking.objective().terms();
        String interval = winner.interval(ranking.objective().ranked().name(), terms)
                .map(ends -> ", between %s and %s with a confidence of %s".formatted(
                        Report.figure(ends.low()), Report.figure(ends.high()), terms.percent()))
                .orElse("");
        return "**Best**: %s%s %s, the mean of %d%s".formatted(configuration.isEmpty() ? "" : configuration + ", ",
                ranking.objective().ranked().name(), Report.figure(winner.figure().mean()), winner.figure().n(),
                interval);
    }

    private static String padded(String markdown) {
        return markdown.lines().map(line -> line.startsWith("| ") && !line.startsWith("| ---")
                ? line.replace(" |", PADDING + " |") : line).collect(Collectors.joining("\n"));
    }
}
