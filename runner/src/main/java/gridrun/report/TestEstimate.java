package gridrun.report;

import gridrun.comparison.Terms;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.report.Ranking.Row;
import gridrun.statistics.Statistic;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the winner can be expected to reach on new examples: its figure on the test part, which chose nothing.
 *
 * <p>The figure by which one has chosen is too good, for its luck was chosen too. Compare Cawley and Talbot, On
 * over-fitting in model selection and subsequent selection bias in performance evaluation, 2010.
 *
 * @param ranking says who wins, and by what
 */
record TestEstimate(Ranking ranking) {

    /** It in words, or why there is none; empty without a test part. */
    Optional<String> note() {
        Row winner = ranking.winner();
        if (winner == null) {
            return Optional.empty();
        }
        Quantity ranked = ranking.objective().ranked();
        if (ranked.moment() == Moment.TEST) {
            return Optional
                    .of(("warning: %s ranks, so the test part has chosen and what the best has there is too good;"
                            + " rank by a figure of the validation part, and %1$s is an estimate")
                            .formatted(ranked.name()));
        }
        Quantity tested = ranked.at(Moment.TEST);
        Statistic test = winner.statistic(tested.name());
        return test.isEmpty() ? Optional.empty() : Optional.of(sentence(winner, tested, test));
    }

    private String sentence(Row winner, Quantity tested, Statistic test) {
        Statistic chosen = winner.figure();
        double flattery = chosen.mean() - test.mean();
        String label = winner.swept().entrySet().stream().map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
        OptionalInt examples = examples(winner);
        return "estimate%s: %s %s%s%s, which chose nothing; %s, which chose, is %s".formatted(
                label.isEmpty() ? "" : " for " + label, tested.name(), Figures.significant(test.mean(), 3),
                interval(winner, tested, test),
                examples.isEmpty() ? "" : " on " + Figures.counted(examples.getAsInt(), "example"),
                ranking.objective().ranked().name(), flattery == 0 ? "the same"
                        : "%s %s".formatted(Figures.significant(Math.abs(flattery), 2),
                                ranking.objective().goal().better(flattery, 0)
                                        ? "better, for it chose, and its part of the data may be easier"
                                        : "worse, which chance can do, or a harder part of the data"));
    }

    /** Where the mean over the runs is; how far their common test part is from others it does not know. */
    private String interval(Row winner, Quantity tested, Statistic test) {
        Terms terms = ranking.objective().terms();
        return winner.interval(tested.name(), terms).map(ends -> " (%s, %s over the %s)".formatted(
                Figures.interval(ends, Figures.decimals(List.of(test))), terms.intervalName(),
                Repeats.of(winner.runs()).many())).orElse("");
    }

    /** How many examples the test part has; empty where the runs do not tell it, or differ in it. */
    private static OptionalInt examples(Row winner) {
        int[] counts = winner.runs().stream().filter(Run::isCompleted).flatMap(run -> run.datasets().stream())
                .filter(part -> part.context().equals("test")).flatMapToInt(part -> part.rows().stream()).distinct()
                .toArray();
        return counts.length == 1 ? OptionalInt.of(counts[0]) : OptionalInt.empty();
    }
}
