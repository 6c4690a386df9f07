package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.ScalarKind;
import gridrun.config.SettingKey;
import gridrun.config.Spelling;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cells that are left out of the grid.
 *
 * @param exclusions a cell is left out that has the values of one of them, all of them; of a list any one
 */
@Bare
record Exclude(List<Map<Exclude.AxisName, Exclude.Match>> exclusions) {

    /** Each is compared with every cell. */
    private static final int MOST = 200;

    /**
     * A key that names an axis: a setting that can vary, or the case.
     *
     * @param name in full, {@code train.learning_rate}
     * @param origin where it stands
     */
    record AxisName(String name, Origin origin) implements SettingKey {

        static AxisName parse(String key, Origin origin) {
            return new AxisName(key.equals(Cases.NAME) ? key : Keys.axis(key), origin);
        }

        @Override
        public String label() {
            return Keys.label(name);
        }

        /** A list is several values, unless the setting is a list itself and this is one of its values. */
        private List<Tree> values(Tree match) {
            return match instanceof Tree.Sequence list && (!Keys.SETTINGS.isList(name)
                    || list.items().stream().allMatch(Tree.Sequence.class::isInstance)) ? list.items() : List.of(match);
        }

        private String text(Tree value) {
            return Keys.SETTINGS.text(name, value);
        }

        private Optional<Axis> in(Collection<Axis> axes) {
            return axes.stream().filter(axis -> axis.name().equals(name)).findFirst();
        }
    }

    /** What an exclusion says of an axis: the value, or any of several. */
    sealed interface Match permits One, AnyOf {

        /** As the file has it. */
        Tree tree();
    }

    /**
     * One value.
     *
     * @param tree which
     */
    @Bare
    record One(Tree tree) implements Match {
    }

    /**
     * Any of several values.
     *
     * @param values which
     */
    @Bare
    record AnyOf(List<Tree> values) implements Match {

        @Override
        public Tree tree() {
            return new Tree.Sequence(values, Origin.DEFAULT);
        }
    }

    public Exclude {
        if (exclusions.size() > MOST) {
            throw new IllegalArgumentException("more than %d exclusions; one can name several values".formatted(MOST));
        }
        if (exclusions.stream().anyMatch(Map::isEmpty)) {
            throw new IllegalArgumentException("an exclusion without an axis; name one, or leave it out");
        }
    }

    /** Some cells without those that are left out. */
    List<Map<Axis, Tree>> from(List<Map<Axis, Tree>> cells) {
        Matcher matcher = new Matcher();
        return cells.stream()
                .filter(cell -> exclusions.stream().noneMatch(exclusion -> matcher.covers(exclusion, cell))).toList();
    }

    /** Finds exclusions that leave out none of all cells. */
    void check(List<Axis> axes, List<Map<Axis, Tree>> cells, Problems problems) {
        Matcher matcher = new Matcher();
        Map<String, Map<String, String>> taken = new HashMap<>();
        for (Map<AxisName, Match> exclusion : exclusions) {
            if (problems.isFull()) {
                return;
            }
            int before = problems.count();
            exclusion.forEach((name, match) -> check(name, match, axes, taken, problems));
            if (problems.count() == before && cells.stream().noneMatch(cell -> matcher.covers(exclusion, cell))) {
                problems.add(exclusion.keySet().iterator().next().origin(), "sweep.exclude: no cell has "
                        + exclusion.entrySet().stream().map(entry -> entry.getKey().label() + "="
                                + texts(entry.getKey().values(entry.getValue().tree())))
                                .collect(Collectors.joining(" and "))
                        + ", so nothing is left out");
            }
        }
    }

    private static String texts(List<Tree> values) {
        return values.stream().map(FlatNames::text).collect(Collectors.joining(","));
    }

    /** @param known the values that each axis takes, as they are compared and as they are written */
    private static void check(AxisName name, Match match, List<Axis> axes, Map<String, Map<String, String>> known,
            Problems problems) {
        Optional<Axis> axis = name.in(axes);
        if (axis.isEmpty()) {
            problems.add(name.origin(), "sweep.exclude: %s does not vary; what varies is %s".formatted(
                    name.label(), axes.stream().map(Axis::label).collect(Collectors.joining(", "))));
            return;
        }
        Map<String, String> taken = known.computeIfAbsent(name.name(), key -> {
            Map<String, String> texts = new LinkedHashMap<>();
            axis.get().values().forEach(value -> texts.put(name.text(value), FlatNames.text(value)));
            return texts;
        });
        name.values(match.tree()).stream().filter(value -> !taken.containsKey(name.text(value))).forEach(value -> {
            boolean number = value instanceof Tree.Scalar scalar && scalar.kind() != ScalarKind.TEXT;
            String near = (number ? Optional.<String>empty()
                    : Spelling.nearest(FlatNames.text(value), taken.values()))
                    .map(best -> "; did you mean '" + best + "'?").orElse("");
            problems.add(value.origin(), "sweep.exclude: %s is never %s; it is %s%s".formatted(
                    name.label(), FlatNames.text(value), String.join(", ", taken.values()), near));
        });
    }

    /** Compares cells with exclusions, each value's text found once. */
    private static final class Matcher {

        private final Map<Tree, String> texts = new IdentityHashMap<>();
        private final Map<Match, Set<String>> wanted = new IdentityHashMap<>();

        boolean covers(Map<AxisName, Match> exclusion, Map<Axis, Tree> cell) {
            return exclusion.entrySet().stream().allMatch(entry -> entry.getKey().in(cell.keySet())
                    .filter(axis -> isWanted(entry.getKey(), entry.getValue(), cell.get(axis))).isPresent());
        }

        private boolean isWanted(AxisName name, Match match, Tree value) {
            return wanted.computeIfAbsent(match, key -> name.values(match.tree()).stream().map(name::text)
                    .collect(Collectors.toSet())).contains(texts.computeIfAbsent(value, name::text));
        }
    }

    /**
     * A file's exclusions for the axes that overrides have left: what holds already need not be said, and what holds of
     * no cell is left out.
     *
     * @param exclude by the axes' full names
     * @param fixed what an axis that varies no longer is; empty where that is not known
     * @return the exclusions that are left; empty where they leave out every cell
     */
    static Optional<Tree.Sequence> left(Tree.Sequence exclude, List<Axis> axes, List<Map<Axis, Tree>> cells,
            Function<String, Optional<Tree>> fixed) {
        List<Tree> left = new ArrayList<>();
        List<Map<AxisName, Match>> exclusions = new ArrayList<>();
        Matcher matcher = new Matcher();
        for (Tree item : exclude.items()) {
            Tree.Mapping rest = item instanceof Tree.Mapping exclusion && !exclusion.entries().isEmpty()
                    ? rest(exclusion, axes, fixed) : null;
            Map<AxisName, Match> read = rest == null ? Map.of() : read(rest);
            if (rest != null && cells.stream().anyMatch(cell -> matcher.covers(read, cell))) {
                left.add(rest);
                exclusions.add(read);
            }
        }
        boolean all = cells.stream().allMatch(cell -> exclusions.stream().anyMatch(e -> matcher.covers(e, cell)));
        return all ? Optional.empty() : Optional.of(new Tree.Sequence(left, exclude.origin()));
    }

    private static Map<AxisName, Match> read(Tree.Mapping exclusion) {
        Map<AxisName, Match> read = new LinkedHashMap<>();
        exclusion.entries()
                .forEach((name, entry) -> read.put(new AxisName(name, entry.keyOrigin()), new One(entry.value())));
        return read;
    }

    /** What of an exclusion is about axes, with values that these have; null where it does not hold. */
    private static Tree.Mapping rest(Tree.Mapping exclusion, List<Axis> axes, Function<String, Optional<Tree>> fixed) {
        Tree.Mapping rest = exclusion;
        for (Map.Entry<AxisName, Match> entry : read(exclusion).entrySet()) {
            AxisName name = entry.getKey();
            Optional<Axis> axis = name.in(axes);
            Set<String> taken = axis.map(found -> found.values().stream()).orElse(fixed.apply(name.name()).stream())
                    .map(name::text).collect(Collectors.toSet());
            List<Tree> values = name.values(entry.getValue().tree()).stream()
                    .filter(value -> taken.contains(name.text(value))).toList();
            if (values.isEmpty()) {
                return null;
            }
            if (axis.isEmpty()) {
                rest = rest.without(name.name());
            } else if (values.size() < name.values(entry.getValue().tree()).size()) {
                rest = rest.with(name.name(), name.origin(), new Tree.Sequence(values, rest.get(name.name()).origin()));
            }
        }
        return rest;
    }
}
