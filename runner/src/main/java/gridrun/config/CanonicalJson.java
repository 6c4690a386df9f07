package gridrun.config;

import gridrun.text.Quoted;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JSON of a canonical tree in which equal configurations are equal texts: keys sorted, no space, nulls left out.
 */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    public static String of(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            Map<String, String> values = new HashMap<>();
            mapping.entries().forEach((key, entry) -> {
                if (!entry.value().isNull()) {
                    values.put(key, of(entry.value()));
                }
            });
            return object(values);
        }
        if (tree instanceof Tree.Sequence list) {
            return list.items().stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        String text = scalar.canonical();
        boolean bare = scalar.kind() != ScalarKind.TEXT && !text.endsWith("inf") && !text.endsWith("nan");
        return bare ? text : Quoted.json(text);
    }

    /** The JSON of a map whose values are JSON already. */
    public static String object(Map<String, String> values) {
        return new TreeMap<>(values).entrySet().stream()
                .map(entry -> Quoted.json(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
