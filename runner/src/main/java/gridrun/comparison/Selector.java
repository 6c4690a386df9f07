package gridrun.comparison;

import gridrun.store.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which configurations are meant, by what they have: {@code activation=relu, learning_rate=0.1}.
 *
 * @param values by the settings' short or full names
 */
public record Selector(Map<String, String> values) {

    /** A comma outside of lists and maps. */
    public static final String COMMA = ",(?![^\\[\\]{}]*[\\]}])";

    public Selector {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it names no setting with its value, with what would be right
     */
    public static Selector parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(COMMA, -1)) {
            int equal = part.indexOf('=');
            String key = equal < 0 ? "" : part.substring(0, equal).strip();
            String value = part.substring(equal + 1).strip();
            if (!key.matches("[\\w.]+") || value.isEmpty() || value.matches("[=<>!].*")) {
                throw new IllegalArgumentException("'%s' names no configuration; one is named by its settings, as in "
                        .formatted(text.strip()) + "'activation=relu' or 'activation=relu, learning_rate=0.1'");
            }
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException("'%s' names %s twice".formatted(text.strip(), key));
            }
        }
        return new Selector(values);
    }

    /** Whether a run has all the values. */
    public boolean matches(Run run) {
        return matches(run.swept(), run.params());
    }

    /**
     * Whether a configuration has all the values.
     *
     * @param swept its values of the axes as tables show them, by their short names
     * @param params every setting by its full name, with every digit
     */
    public boolean matches(Map<String, String> swept, Map<String, String> params) {
        return values.entrySet().stream().allMatch(one -> has(one.getKey(), one.getValue(), swept, params));
    }

    /** An axis has the value that a table shows, or all its digits; {@code sgd} is not {@code sgd} with momentum. */
    private static boolean has(String key, String wanted, Map<String, String> swept, Map<String, String> params) {
        for (Map.Entry<String, String> axis : swept.entrySet()) {
            if (isNamed(axis.getKey(), key)) {
                return isSame(axis.getValue(), wanted) || params.entrySet().stream().anyMatch(
                        param -> isNamed(param.getKey(), key) && isNumber(wanted) && isSame(param.getValue(), wanted));
            }
        }
        return params.entrySet().stream()
                .anyMatch(param -> isNamed(param.getKey(), key) && isSame(param.getValue(), wanted));
    }

    /** Whether a setting's name, short or full, means another. */
    public static boolean isNamed(String name, String key) {
        return name.equals(key) || name.endsWith("." + key) || key.endsWith("." + name);
    }

    /** Whether two texts are the same value: the same number, or the same but for blanks. */
    public static boolean isSame(String value, String other) {
        return value.replace(" ", "").equals(other.replace(" ", ""))
                || isNumber(value) && isNumber(other) && Double.parseDouble(value) == Double.parseDouble(other);
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    @Override
    public String toString() {
        return values.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
