package gridrun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A canonical tree as full names and values, as tables and logged parameters show them. */
public final class FlatNames {

    private FlatNames() {
    }

    /**
     * {@code train.learning_rate} to {@code 0.01}, {@code model.hidden} to {@code [64, 32]}; a variant is its name.
     *
     * @param name of the tree
     */
    public static Map<String, String> of(String name, Tree tree) {
        Map<String, String> values = new LinkedHashMap<>();
        put(name, tree, values);
        return values;
    }

    private static void put(String path, Tree tree, Map<String, String> values) {
        if (tree instanceof Tree.Mapping mapping) {
            if (mapping.get("type") != null) {
                values.put(path, text(mapping.get("type")));
            }
            mapping.without("type").entries()
                    .forEach((key, entry) -> put(BindContext.join(path, key), entry.value(), values));
        } else if (tree instanceof Tree.Sequence list && list.items().stream().anyMatch(FlatNames::isMapping)) {
            for (int i = 0; i < list.items().size(); i++) {
                putItem(BindContext.join(path, Integer.toString(i)), list.items().get(i), values);
            }
        } else {
            values.put(path, text(tree));
        }
    }

    private static void putItem(String path, Tree item, Map<String, String> values) {
        if (item instanceof Tree.Mapping mapping && mapping.get("type") != null) {
            String type = text(mapping.get("type"));
            values.put(path, type);
            put(BindContext.join(path, VariantSchema.step(type)), mapping.without("type"), values);
        } else {
            put(path, item, values);
        }
    }

    private static boolean isMapping(Tree tree) {
        return tree instanceof Tree.Mapping;
    }

    /** Any value on one line, as a person would write it. */
    public static String text(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.isNull() ? "null" : scalar.canonical();
        }
        List<String> parts = tree instanceof Tree.Sequence list
                ? list.items().stream().map(FlatNames::text).toList()
                : ((Tree.Mapping) tree).entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue().value())).toList();
        String joined = parts.stream().collect(Collectors.joining(", "));
        return tree instanceof Tree.Sequence ? "[" + joined + "]" : "{" + joined + "}";
    }
}
