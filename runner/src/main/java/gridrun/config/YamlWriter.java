package gridrun.config;

import gridrun.text.Quoted;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A tree as the text of a file that reads back as the same tree. */
public final class YamlWriter {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*[.]?");

    private YamlWriter() {
    }

    /** Maps in blocks, what stands in lists on one line each. */
    public static String text(Tree.Mapping tree) {
        StringBuilder text = new StringBuilder();
        block(tree, "", text);
        return text.toString();
    }

    private static void block(Tree.Mapping tree, String indent, StringBuilder text) {
        tree.entries().forEach((key, entry) -> {
            Tree value = entry.value();
            text.append(indent).append(word(key)).append(':');
            if (value instanceof Tree.Mapping mapping
                    && mapping.entries().size() > (mapping.get("type") == null ? 0 : 1)) {
                text.append('\n');
                block(mapping, indent + "  ", text);
            } else if (value instanceof Tree.Sequence list
                    && list.items().stream().anyMatch(Tree.Mapping.class::isInstance)) {
                text.append('\n');
                list.items().forEach(item -> text.append(indent).append("  - ").append(flow(item)).append('\n'));
            } else {
                text.append(' ').append(flow(value)).append('\n');
            }
        });
    }

    /** A value on one line; a map that has only its type is the bare word. */
    public static String flow(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.kind() == ScalarKind.TEXT ? word(scalar.text())
                    : scalar.isNull() ? "null" : scalar.canonical();
        }
        if (tree instanceof Tree.Sequence list) {
            return list.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        Tree.Mapping mapping = (Tree.Mapping) tree;
        if (mapping.entries().size() == 1 && mapping.get("type") != null) {
            return flow(mapping.get("type"));
        }
        return mapping.entries().entrySet().stream()
                .map(entry -> word(entry.getKey()) + ": " + flow(entry.getValue().value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String word(String text) {
        return ScalarKind.of(text) == ScalarKind.TEXT && SAFE.matcher(text).matches() ? text
                : Quoted.json(text);
    }
}
