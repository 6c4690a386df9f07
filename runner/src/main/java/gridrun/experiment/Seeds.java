package gridrun.experiment;

import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The seeds with which every configuration is repeated. */
final class Seeds {

    private Seeds() {
    }

    /**
     * Reads a number of repeats, which gives {@code first}, {@code first + 1}, …, or a list of seeds.
     *
     * @param tree what the file says; null for a single run
     * @return no seed where something is wrong
     */
    static List<Long> of(Tree tree, long first, Problems problems) {
        if (tree == null || tree.isNull()) {
            return List.of(first);
        }
        return tree instanceof Tree.Sequence list ? list(list, problems) : count(tree, first, problems);
    }

    private static List<Long> count(Tree tree, long first, Problems problems) {
        Optional<Integer> count = Schema.bind(Integer.class, tree, "sweep.seeds", problems, Keys.SETTINGS);
        if (count.isEmpty()) {
            return List.of();
        }
        int repeats = count.get();
        if (repeats < 1 || repeats > Grid.MOST_RUNS || first > Long.MAX_VALUE - repeats) {
            problems.add(tree.origin(), "sweep.seeds: %d is not a number of repeats from 1 to %,d"
                    .formatted(repeats, Grid.MOST_RUNS));
            return List.of();
        }
        return LongStream.range(first, first + repeats).boxed().toList();
    }

    private static List<Long> list(Tree.Sequence list, Problems problems) {
        List<Long> seeds = new ArrayList<>();
        for (Tree item : list.items()) {
            Schema.bind(Long.class, item, "sweep.seeds", problems, Keys.SETTINGS).ifPresent(seed -> {
                if (seeds.contains(seed)) {
                    problems.add(item.origin(), "sweep.seeds: the seed " + seed + " stands in the list twice");
                }
                seeds.add(seed);
            });
        }
        if (list.items().isEmpty()) {
            problems.add(list.origin(), "sweep.seeds: an empty list; give it at least one seed");
        }
        return seeds;
    }
}
