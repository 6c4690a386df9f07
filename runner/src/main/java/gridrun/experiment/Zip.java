package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Settings that vary in lockstep: first the first value of each, then the second of each. */
sealed interface Zip extends Construct permits Zip.Group, Zip.Groups {

    /**
     * The settings of one zip.
     *
     * @param columns the values of each, equally many
     */
    @Bare
    record Group(Map<Varied, Column> columns) implements Zip {

        @Override
        public List<Dimension> dimensions(Problems problems) {
            List<Axis> axes = new ArrayList<>();
            columns.forEach((setting, column) -> Axis.of(setting, column.values(), problems).ifPresent(axis -> {
                if (axes.isEmpty() || axes.get(0).values().size() == axis.values().size()) {
                    axes.add(axis);
                } else {
                    problems.add(axis.keyOrigin(), unequal(axis, axes.get(0)));
                }
            }));
            return axes.isEmpty() ? List.of() : List.of(new Dimension(axes));
        }

        private static String unequal(Axis axis, Axis first) {
            return "sweep.zip: %s has %s and %s has %s; settings that vary in lockstep have equally many".formatted(
                    first.label(), counted(first), axis.label(), counted(axis));
        }

        private static String counted(Axis axis) {
            int count = axis.values().size();
            return count == 1 ? "1 value" : count + " values";
        }
    }

    /**
     * Several zips, each of which varies by itself.
     *
     * @param groups the settings of each
     */
    @Bare
    record Groups(List<Group> groups) implements Zip {

        @Override
        public List<Dimension> dimensions(Problems problems) {
            return groups.stream().flatMap(group -> group.dimensions(problems).stream()).toList();
        }
    }

    /**
     * What one setting of a zip takes in turn.
     *
     * @param values in the order in which they are taken
     */
    @Bare
    record Column(List<Tree> values) {

        public Column {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("an empty axis; give it at least one value");
            }
        }
    }

    /** The groups of a file's zip, by the settings' full names. */
    static List<Tree.Mapping> groups(Tree zip) {
        List<Tree> groups = zip instanceof Tree.Sequence list ? list.items() : zip == null ? List.of() : List.of(zip);
        return groups.stream().filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).toList();
    }

    /** A file's zip with another group in the place of one, or with one less; empty where none is left. */
    static Optional<Tree> replaced(Tree zip, Tree.Mapping group, Tree.Mapping by) {
        Tree.Mapping left = by.entries().isEmpty() ? null : by;
        if (!(zip instanceof Tree.Sequence list)) {
            return Optional.ofNullable(left);
        }
        List<Tree> groups = list.items().stream().map(item -> item == group ? left : item)
                .filter(Objects::nonNull).toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Tree.Sequence(groups, list.origin()));
    }

    /** Those of some values that a setting takes in a group. */
    static List<Tree> known(Tree.Mapping group, String setting, Collection<Tree> values) {
        Set<String> column = values(group.get(setting)).stream().map(value -> Keys.SETTINGS.text(setting, value))
                .collect(Collectors.toSet());
        return values.stream().filter(value -> column.contains(Keys.SETTINGS.text(setting, value))).toList();
    }

    /** The rows of a group in which a setting has one of some values. */
    static Tree.Mapping narrowed(Tree.Mapping group, String setting, Collection<Tree> values) {
        Set<String> wanted = values.stream().map(value -> Keys.SETTINGS.text(setting, value))
                .collect(Collectors.toSet());
        return rows(group, row -> wanted.contains(Keys.SETTINGS.text(setting, row.get(setting))));
    }

    /** A group without a setting; of rows that have become equal there is one. */
    static Tree.Mapping without(Tree.Mapping group, String setting) {
        Set<List<String>> seen = new HashSet<>();
        return rows(group.without(setting), row -> seen.add(row.entrySet().stream()
                .map(cell -> Keys.SETTINGS.text(cell.getKey(), cell.getValue())).toList()));
    }

    /** Some rows of a group, each a value by each setting. */
    private static Tree.Mapping rows(Tree.Mapping group, Predicate<Map<String, Tree>> isKept) {
        int count = group.entries().values().stream().mapToInt(column -> values(column.value()).size()).min().orElse(0);
        int[] kept = IntStream.range(0, count).filter(i -> {
            Map<String, Tree> row = new LinkedHashMap<>();
            group.entries().forEach((setting, column) -> row.put(setting, values(column.value()).get(i)));
            return isKept.test(row);
        }).toArray();
        Map<String, Tree.Entry> columns = new LinkedHashMap<>(group.entries());
        columns.replaceAll((setting, column) -> new Tree.Entry(column.keyOrigin(), new Tree.Sequence(
                IntStream.of(kept).mapToObj(values(column.value())::get).toList(), column.value().origin())));
        return new Tree.Mapping(columns, group.origin());
    }

    private static List<Tree> values(Tree column) {
        return column instanceof Tree.Sequence list ? list.items() : List.of();
    }
}
