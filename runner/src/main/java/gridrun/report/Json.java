package gridrun.report;

import gridrun.store.Facts;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs as JSON (RFC 8259): an array with an object a run. */
public final class Json {

    private static final String NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?";
    private static final Pattern LITERAL = Pattern.compile(
            "%1$s|true|false|null|\\[(%1$s(, ?%1$s)*)?\\]".formatted(NUMBER));

    /** Lists and maps inside are left as text. */
    private static final Pattern WORDS = Pattern.compile("\\[[^\\[\\]{}]*\\]");

    private Json() {
    }

    static String of(List<Run> runs) {
        return runs.isEmpty() ? "[]\n"
                : runs.stream().map(Json::run).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String run(Run run) {
        return """
                  {
                    "run_key": %s,
                    "config_id": %s,
                    "seed": %s,
                    "name": %s,
                    "outcome": %s,
                    "params": %s,
                    "metrics": %s,
                    "weights_sha256": %s,
                    "error": %s
                  }""".indent(2).stripTrailing().formatted(
                text(run.runKey()), text(run.configId()), literal(run.repeat().seeds().toString()), text(run.name()),
                text(run.status()),
                object(run.params(), Json::literal), object(run.summary(), Json::number),
                text(run.facts().get(Facts.WEIGHTS_SHA256)), text(run.error().orElse(null)));
    }

    private static <T> String object(Map<String, T> members, Function<T, String> value) {
        return members.isEmpty() ? "{}" : members.entrySet().stream()
                .map(member -> "      " + text(member.getKey()) + ": " + value.apply(member.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n    }"));
    }

    /** Parameters within an object of an array. */
    static String params(Map<String, String> params) {
        return object(params, Json::literal);
    }

    /** A parameter's text as what it is: a number, a truth value, a list of numbers or of words; else a string. */
    private static String literal(String value) {
        if (value == null || LITERAL.matcher(value).matches()) {
            return value == null ? "null" : value;
        }
        return WORDS.matcher(value).matches() ? Stream.of(value.substring(1, value.length() - 1).split(", ", -1))
                .map(Json::text).collect(Collectors.joining(", ", "[", "]")) : text(value);
    }

    /** A number; null for what JSON has no number for. */
    public static String number(double value) {
        return Double.isFinite(value) ? Figures.exact(value) : "null";
    }

    public static String text(String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' || Character.isSurrogate(c) ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }
}
