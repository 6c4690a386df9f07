package gridrun.reference;

import gridrun.text.Quoted;
import gridrun.config.Numbers;
import gridrun.config.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps, lists, texts, numbers and truth values as JSON (RFC 8259) for people to read. */
final class JsonText {

    private static final int WIDTH = 100;

    private JsonText() {
    }

    /** Maps and lists on one line where they are short. */
    static String of(Object value) {
        return of(value, "") + "\n";
    }

    private static String of(Object value, String indent) {
        String line = line(value);
        if (indent.length() + line.length() <= WIDTH || !(value instanceof Map || value instanceof List)) {
            return line;
        }
        String inner = indent + "  ";
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> inner + line(entry.getKey()) + ": " + of(entry.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"))
                : ((List<?>) value).stream().map(item -> inner + of(item, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> line(entry.getKey()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? Quoted.json(text)
                : value instanceof Number number ? Numbers.text(number.doubleValue()) : String.valueOf(value);
    }

    /** A tree as what JSON makes of it. */
    static Object value(Tree tree) {
        if (tree instanceof Tree.Mapping map) {
            return map.entries().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue().value())));
        }
        if (tree instanceof Tree.Sequence list) {
            return list.items().stream().map(JsonText::value).toList();
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return switch (scalar.kind()) {
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case INTEGER, REAL -> Double.valueOf(scalar.canonical());
            case TEXT -> scalar.text();
        };
    }
}
