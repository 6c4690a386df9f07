package gridrun.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One override of the command line: {@code key=value}, {@code key=a,b} for several values, or {@code ~key}.
 *
 * @param key as it was written
 * @param keyOrigin where the key stands in the argument
 * @param values what was given, one tree for each part between commas outside brackets; empty for {@code ~key}
 */
public record Argument(String key, Origin keyOrigin, List<Tree> values) {

    /** Whether the setting goes back to its default. */
    public boolean isRemoval() {
        return values.isEmpty();
    }

    /** Reads an argument; empty where something is wrong, which is then among the problems. */
    public static Optional<Argument> parse(String argument, Problems problems) {
        if (argument.startsWith("~") && argument.length() > 1 && argument.indexOf('=') < 0) {
            int width = argument.codePointCount(1, argument.length());
            return Optional.of(new Argument(argument.substring(1), Origin.argument(argument, 2, width), List.of()));
        }
        int equals = argument.indexOf('=');
        if (equals < 1 || argument.startsWith("~")) {
            problems.add(Origin.argument(argument, 1, argument.codePointCount(0, argument.length())),
                    "an override is key=value, key=value,value or ~key");
            return Optional.empty();
        }
        if (equals == argument.length() - 1) {
            String key = argument.substring(0, equals);
            problems.add(Origin.argument(argument, 1, argument.codePointCount(0, argument.length())),
                    "there is no value; ~%s would go back to the default, %s='' is the empty text".formatted(key, key));
            return Optional.empty();
        }
        List<Tree> values = new ArrayList<>();
        int start = equals + 1;
        for (int end : ends(argument, start)) {
            values(argument, start, end, problems).ifPresent(values::add);
            start = end + 1;
        }
        Origin key = Origin.argument(argument, 1, argument.codePointCount(0, equals));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Argument(argument.substring(0, equals), key, values));
    }

    private static Optional<Tree> values(String argument, int start, int end, Problems problems) {
        String part = argument.substring(start, end);
        if (part.isBlank()) {
            problems.add(Origin.argument(argument, 1, argument.codePointCount(0, argument.length())),
                    "commas separate values, and beside one there is none; a text with a comma stands in quotes, as in"
                            + " \"data.decimal=','\"");
            return Optional.empty();
        }
        Origin origin = Origin.argument(argument, argument.codePointCount(0, start) + 1,
                Math.max(1, part.codePointCount(0, part.length())));
        boolean nested = part.startsWith("[") || part.startsWith("{") || part.startsWith("\"") || part.startsWith("'");
        if (!nested) {
            return Optional.of(Tree.Scalar.plain(part.strip(), origin));
        }
        Problems inside = new Problems();
        Optional<Tree> tree = new YamlReader(inside).text(Origin.COMMAND_LINE, part);
        inside.inOrder().forEach(problem -> problems.add(origin, problem.message()));
        return tree.map(value -> at(origin, value));
    }

    private static Tree at(Origin origin, Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return new Tree.Scalar(scalar.kind(), scalar.text(), origin);
        }
        if (tree instanceof Tree.Sequence list) {
            return new Tree.Sequence(list.items().stream().map(item -> at(origin, item)).toList(), origin);
        }
        Tree.Mapping moved = Tree.Mapping.empty(origin);
        for (var entry : ((Tree.Mapping) tree).entries().entrySet()) {
            moved = moved.with(entry.getKey(), origin, at(origin, entry.getValue().value()));
        }
        return moved;
    }

    /** Where the parts end: at commas outside brackets and quotes, and at the end. */
    private static List<Integer> ends(String text, int from) {
        List<Integer> ends = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                ends.add(i);
            }
        }
        ends.add(text.length());
        return ends;
    }
}
