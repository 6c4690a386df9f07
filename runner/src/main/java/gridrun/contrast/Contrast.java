package gridrun.contrast;

import gridrun.comparison.Counterparts;
import gridrun.report.Labels;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two sides compared: each configuration of the one with the one that has the same axes' values on the other, or where
 * none has, the best with the best.
 *
 * @param objectives the figures that are compared; the first says who is better
 * @param matches the counterparts; none where a side has no run
 * @param byBest whether they are each side's best, since none has the same values
 * @param onlyA labels of what has no counterpart
 * @param onlyB the same of the other side
 */
public record Contrast(Side a, Side b, List<Objective> objectives, List<Match> matches, boolean byBest,
        List<String> onlyA, List<String> onlyB) {

    /** Finds the counterparts. */
    public static Contrast of(Side a, Side b, List<Objective> objectives) {
        if (a.configurations().size() == 1 && b.configurations().size() == 1) {
            return new Contrast(a, b, objectives, List.of(new Match("", a.runs(), b.runs())), false, List.of(),
                    List.of());
        }
        Axes axes = Axes.of(a, b);
        Map<Map<String, String>, List<Run>> others = new LinkedHashMap<>();
        b.configurations().forEach(runs -> others.putIfAbsent(axes.of(runs.get(0)), runs));
        List<List<Run>> mine = new ArrayList<>();
        List<List<Run>> theirs = new ArrayList<>();
        List<List<Run>> alone = new ArrayList<>();
        for (List<Run> runs : a.configurations()) {
            List<Run> counterpart = others.remove(axes.of(runs.get(0)));
            if (counterpart == null) {
                alone.add(runs);
            } else {
                mine.add(runs);
                theirs.add(counterpart);
            }
        }
        if (mine.isEmpty()) {
            return best(a, b, objectives);
        }
        List<String> labels = Labels.of(mine.stream().map(runs -> axes.swept(runs.get(0))).toList());
        List<Match> matches = new ArrayList<>();
        mine.forEach(runs -> matches.add(new Match(labels.get(matches.size()), runs, theirs.get(matches.size()))));
        return new Contrast(a, b, objectives, List.copyOf(matches), false, labels(alone),
                labels(List.copyOf(others.values())));
    }

    private static Contrast best(Side a, Side b, List<Objective> objectives) {
        Ranking.Row one = Ranking.of(objectives.get(0), a.runs()).winner();
        Ranking.Row other = Ranking.of(objectives.get(0), b.runs()).winner();
        return new Contrast(a, b, objectives, one == null || other == null ? List.of()
                : List.of(new Match("", one.runs(), other.runs())), true, List.of(), List.of());
    }

    static List<String> labels(List<List<Run>> configurations) {
        return Labels.of(configurations.stream().map(runs -> runs.get(0).swept()).toList());
    }

    /** A figure's comparison, a match after the other. */
    Counterparts of(Objective objective) {
        return Counterparts.of(matches.stream().map(match -> match.two(a, b, objective.ranked().name())).toList(),
                objective.goal(), objective.terms());
    }
}
