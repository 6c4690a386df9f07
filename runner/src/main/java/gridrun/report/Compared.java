package gridrun.report;

import gridrun.report.Ranking.Row;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.RunState;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A configuration among those that a picture compares. It is shown by its completed runs, as in the table; where all
 * diverged, by those.
 *
 * @param label its values
 * @param swept the same by axis; empty where there are no axes
 * @param remark how many runs it is shown by and what became of the others; null where all were completed
 * @param isDiverged whether it is shown by runs that diverged
 * @param figure what it ranks by; null where it has none
 * @param runs what they have
 * @param <T> such as curves
 */
public record Compared<T>(
        String label, Map<String, String> swept, String remark, boolean isDiverged, Double figure, List<T> runs) {

    private static final String DIVERGED_AT = "diverged_at_epoch";

    /** The configurations of a ranking, best first, with what each run has. */
    public static <T> List<Compared<T>> of(Ranking ranking, Function<Run, T> of) {
        return of(ranking, false, of);
    }

    /** The same with the runs that have not ended, and what each has by now. */
    public static <T> List<Compared<T>> underWay(Ranking ranking, Function<Run, T> of) {
        return of(ranking, true, of);
    }

    private static <T> List<Compared<T>> of(Ranking ranking, boolean underWay, Function<Run, T> of) {
        List<String> labels = Labels.of(ranking.rows().stream().map(Row::swept).toList());
        List<Compared<T>> compared = new ArrayList<>();
        for (Row row : ranking.rows()) {
            boolean diverged = row.count(Outcome.COMPLETED) == 0 && row.count(Outcome.DIVERGED) > 0;
            List<T> shown = row.runs().stream()
                    .filter(run -> (diverged ? run.isDiverged() : run.isCompleted())
                            || underWay && run.state() == RunState.RUNNING)
                    .map(of).toList();
            compared.add(new Compared<>(
                    labels.get(compared.size()), row.swept(), remark(row, shown.size()), diverged,
                    row.figure().isEmpty() ? null : row.figure().mean(), shown));
        }
        return compared;
    }

    private static String remark(Row row, int shown) {
        int all = row.runs().size();
        List<String> parts = new ArrayList<>();
        if (row.count(Outcome.COMPLETED) > 0 && shown < all) {
            parts.add("%d of %d runs".formatted(shown, all));
        }
        Map<String, Long> others = row.runs().stream().filter(run -> !run.isCompleted())
                .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
        others.forEach((status, runs) -> {
            String count = runs < all ? Long.toString(runs) : all == 1 ? "" : all == 2 ? "both" : "all " + all;
            parts.add((count + " " + status + (status.equals(Outcome.DIVERGED.word()) ? epochs(row) : "")).strip());
        });
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** Where they diverged, as far as it is recorded. */
    private static String epochs(Row row) {
        IntSummaryStatistics epochs = row.runs().stream().filter(Run::isDiverged)
                .filter(run -> run.summary().containsKey(DIVERGED_AT))
                .mapToInt(run -> run.summary().get(DIVERGED_AT).intValue()).summaryStatistics();
        if (epochs.getCount() == 0) {
            return "";
        }
        return epochs.getMin() == epochs.getMax() ? " in epoch " + epochs.getMin()
                : " in epochs %d to %d".formatted(epochs.getMin(), epochs.getMax());
    }
}
