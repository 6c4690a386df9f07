package gridrun.experiment;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with the cells of a grid, each mistake once: one that all cells share is the file's; of another the
 * first cell that has it is named, unless the mistake stands at the cell's own value.
 */
final class CellProblems {

    /** A mistake's first cell, and how many have it. */
    private static final class Cells {
        private final Map<Axis, Tree> first;
        private int count;

        Cells(Map<Axis, Tree> first) {
            this.first = first;
        }
    }

    private static final int MOST = 1_000;

    private final Map<Problem, Cells> found = new LinkedHashMap<>();
    private int cells;

    /** Whether so much is wrong that further cells need not be looked at. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    /** Notes what is wrong with one more cell. */
    void add(Map<Axis, Tree> cell, Problems problems) {
        cells++;
        problems.inOrder().forEach(problem -> found.computeIfAbsent(problem, p -> new Cells(cell)).count++);
    }

    /** Tells all that was found. */
    void report(Problems problems) {
        found.forEach((problem, which) -> {
            boolean everywhere = which.count == cells;
            boolean atValue =
                    which.first.values().stream().anyMatch(value -> origins(value).contains(problem.origin()));
            problems.add(problem.origin(), everywhere || atValue || problems.has(problem)
                    ? problem.message() : problem.message() + with(which));
        });
    }

    private String with(Cells which) {
        String others = which.count == 1 ? "" : " and %,d more".formatted(which.count - 1);
        return " (with " + written(which.first) + others + ")";
    }

    /** A cell as its file writes it. */
    static String written(Map<Axis, Tree> cell) {
        return cell.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + FlatNames.text(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** All places of a value: its own, its parts' and its keys'. */
    static Set<Origin> origins(Tree tree) {
        Set<Origin> origins = new HashSet<>();
        collect(tree, origins);
        return origins;
    }

    private static void collect(Tree tree, Set<Origin> origins) {
        origins.add(tree.origin());
        if (tree instanceof Tree.Sequence list) {
            list.items().forEach(item -> collect(item, origins));
        } else if (tree instanceof Tree.Mapping map) {
            map.entries().values().forEach(entry -> {
                origins.add(entry.keyOrigin());
                collect(entry.value(), origins);
            });
        }
    }
}
