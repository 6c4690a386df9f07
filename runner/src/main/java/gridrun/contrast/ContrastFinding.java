package gridrun.contrast;

import gridrun.comparison.Against;
import gridrun.comparison.Mark;
import gridrun.comparison.Unit;
import gridrun.report.ComparisonText;
import gridrun.report.ComparisonWarnings;
import gridrun.report.Figures;
import gridrun.report.Granularity;
import gridrun.store.Facts;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a contrast comes to in words. */
record ContrastFinding(Contrast contrast, List<Row> rows) {

    private static final int MOST_NAMED = 3;

    /** The sentence, what has no counterpart, and the warnings. */
    Stream<String> lines() {
        return Stream.concat(Stream.of(sentence()), warnings().stream().map(warning -> "warning: " + warning));
    }

    private List<Row> ranked() {
        return rows.stream().filter(row -> row.objective().equals(contrast.objectives().get(0))).toList();
    }

    private List<Run> runs() {
        return Stream.concat(contrast.a().runs().stream(), contrast.b().runs().stream()).toList();
    }

    /** Whether nothing has the figure on both sides. */
    private boolean lackFigures() {
        return ranked().stream().allMatch(row -> row.statistic(row.match().a()).isEmpty()
                || row.statistic(row.match().b()).isEmpty());
    }

    String sentence() {
        List<Row> ranked = ranked();
        if (lackFigures()) {
            return "Nothing can be compared: not both have a value of %s.".formatted(
                    contrast.objectives().get(0).ranked());
        }
        if (ranked.stream().noneMatch(row -> row.pairs() > 1)) {
            return contrast.a().only() != null && contrast.b().only() != null
                    ? "Two runs say nothing of what other seeds would come to."
                    : ranked.stream().noneMatch(row -> row.compared().inOtherUnits().isEmpty())
                            ? "%s is of %s, which says nothing of A and B.".formatted(
                                    contrast.objectives().get(0).ranked(), Unit.differing(ranked.stream()
                                            .flatMap(row -> row.compared().units().stream()).toList()))
                            : "Without two %s of the same data nothing can be said of A and B.".formatted(
                                    Repeats.of(runs()).many());
        }
        List<String> parts = new ArrayList<>();
        add(parts, "B is better than A", with(ranked, Mark.BETTER));
        add(parts, "A is better than B", with(ranked, Mark.WORSE));
        List<Row> tied = with(ranked, Mark.TIED_WITH_THE_BASELINE);
        if (!tied.isEmpty()) {
            List<Against> against = tied.stream().map(Row::against).toList();
            parts.add("A and B cannot be told apart%s; %s".formatted(labels(tied),
                    ComparisonText.enough(against, Repeats.of(runs()), contrast.objectives().get(0).terms().test(),
                            one -> tied.get(against.indexOf(one)).compared().seedsToTell(one, tied.size()))));
        }
        return parts.isEmpty() ? "Nothing can be said of A and B."
                : "At a confidence of %s, %s.".formatted(contrast.objectives().get(0).terms().percent(),
                        String.join("; ", parts));
    }

    private static List<Row> with(List<Row> rows, Mark mark) {
        return rows.stream().filter(row -> row.against().is(mark)).toList();
    }

    private static void add(List<String> parts, String claim, List<Row> rows) {
        if (!rows.isEmpty()) {
            parts.add(claim + labels(rows));
        }
    }

    private static String labels(List<Row> rows) {
        List<String> labels = rows.stream().map(row -> row.match().label()).toList();
        return labels.stream().allMatch(String::isEmpty) ? "" : " for " + named(labels);
    }

    private static String named(List<String> labels) {
        return labels.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (labels.size() > MOST_NAMED ? " and %d more".formatted(labels.size() - MOST_NAMED) : "");
    }

    /** Why no setting differs, or that all are the same. */
    String alike() {
        Run one = contrast.a().only();
        Run other = contrast.b().only();
        if (one != null && other != null && one.runKey().equals(other.runKey())) {
            return "A and B are one and the same run";
        }
        boolean weights = one != null && other != null && one.facts().get(Facts.WEIGHTS_SHA256) != null
                && one.facts().get(Facts.WEIGHTS_SHA256).equals(other.facts().get(Facts.WEIGHTS_SHA256));
        return "no setting differs" + (weights ? ", and the weights are the same bit for bit" : "");
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (contrast.byBest() && !lackFigures()) {
            warnings.add("no configuration has the same values in A and in B: compared is the best of each%s, which "
                    .formatted(contrast.matches().stream().map(match -> ", %s and %s".formatted(
                            Contrast.labels(List.of(match.a())).get(0), Contrast.labels(List.of(match.b())).get(0)))
                            .collect(Collectors.joining()))
                    + "luck has chosen too");
        }
        only("A", contrast.onlyA(), warnings);
        only("B", contrast.onlyB(), warnings);
        long shared = contrast.matches().stream().filter(Match::isShared).count();
        if (shared > 0 && runs().size() > 2) {
            warnings.add("%s in A and in B the same runs".formatted(shared == 1 && contrast.matches().size() == 1
                    ? "what is compared is" : Figures.counted((int) shared, "configuration")
                            + (shared == 1 ? " has" : " have")));
        }
        List<String> races = Stream.of(contrast.a(), contrast.b()).filter(Side::isOfRace).map(Side::letter).toList();
        if (!races.isEmpty() && ranked().stream().anyMatch(row -> row.pairs() > 1)) {
            warnings.add(ComparisonWarnings.ofRaces(races));
        }
        int count = ranked().stream().mapToInt(row -> row.compared().count()).sum();
        ranked().stream().filter(row -> !row.match().isShared())
                .forEach(row -> new ComparisonWarnings(row.compared(), count, new Granularity(row.objective()))
                        .lines().forEach(warning -> warnings.add(
                                row.match().label().isEmpty() ? warning : warning.replaceFirst("^([AB]):",
                                        "$1 " + row.match().label().replace("$", "\\$") + ":"))));
        return warnings.stream().distinct().toList();
    }

    private static void only(String side, List<String> labels, List<String> warnings) {
        if (!labels.isEmpty()) {
            warnings.add("%s only in %s: %s".formatted(Figures.counted(labels.size(), "configuration"), side,
                    named(labels)));
        }
    }
}
