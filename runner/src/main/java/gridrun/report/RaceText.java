package gridrun.report;

import gridrun.comparison.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A race in words: how it was decided, and what it saved.
 *
 * @param race how far it has come
 * @param ranking of its configurations
 */
public record RaceText(Race race, Ranking ranking) {

    private static final int MOST_NAMED = 3;

    /** What came of it, and who was out when. */
    Stream<String> lines() {
        return Stream.concat(Stream.of("race: " + state(race) + saved()), out().stream());
    }

    /** {@code after 10 of at most 40 seeds 2 of 4 configurations are left}. */
    public static String state(Race race) {
        int all = race.standings().size();
        return switch (race.state()) {
            case OPEN -> race.seeds() == 0 ? "nobody is out before all have %d seeds".formatted(race.terms().min())
                    : "after %d of at most %d seeds %d of %s are left".formatted(race.seeds(), race.terms().max(),
                            race.left(), Figures.counted(all, "configuration"));
            case DECIDED -> all == 1 ? "over with %d seeds, for one configuration has no rival".formatted(race.seeds())
                    : "decided with %d of at most %d seeds".formatted(race.seeds(), race.terms().max());
            case AT_ITS_MAXIMUM -> "%d of %s are left at the maximum of %d seeds".formatted(race.left(),
                    Figures.counted(all, "configuration"), race.terms().max());
        };
    }

    private String saved() {
        int folds = Math.max(1, ranking.rows().stream().flatMap(row -> row.runs().stream())
                .mapToInt(run -> run.folds()).max().orElse(0));
        long all = (long) race.terms().max() * folds * race.standings().size();
        long saved = race.saved() * folds;
        return saved == 0 ? "" : "; it saved %s of %s (%.0f %%)".formatted(Figures.grouped(saved),
                Figures.counted(all, "run"), 100.0 * saved / all);
    }

    private List<String> out() {
        List<String> labels = Labels.of(ranking.rows().stream().map(Ranking.Row::swept).toList());
        Map<Integer, List<String>> bySeeds = new TreeMap<>();
        ranking.rows().stream().filter(row -> !race.of(row.configId()).isIn()).forEach(row -> bySeeds
                .computeIfAbsent(race.of(row.configId()).out(), seeds -> new ArrayList<>())
                .add(labels.get(row.rank() - 1)));
        boolean fewer = bySeeds.keySet().stream().anyMatch(seeds -> seeds < race.seeds());
        return bySeeds.isEmpty() ? List.of() : List.of("out: " + bySeeds.entrySet().stream()
                .map(at -> "after %d seeds %s".formatted(at.getKey(), named(at.getValue())))
                .collect(Collectors.joining("; "))
                + (fewer ? "; means are of unequal numbers of seeds, differences of shared ones" : ""));
    }

    private static String named(List<String> labels) {
        return labels.size() <= MOST_NAMED ? String.join(", ", labels)
                : "%s and %d more".formatted(String.join(", ", labels.subList(0, MOST_NAMED)),
                        labels.size() - MOST_NAMED);
    }
}
