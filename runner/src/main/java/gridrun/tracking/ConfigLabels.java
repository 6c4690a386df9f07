package gridrun.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The configurations of a sweep in a word or two, as legends of charts and lists of some 15 characters show them:
 * {@code 0.03 relu}.
 *
 * <p>What all configurations have in common is left out. A word stands for itself; a number too, unless several axes
 * have numbers: then {@code lr=0.03 mom=0.9} tells them apart, or {@code l0.03 m0.9} where that is too long. Labels are
 * unique within their sweep.
 */
final class ConfigLabels {

    /** What can still be read in a legend. */
    static final int LONGEST = 20;

    private static final String BARE = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|true|false|null|\\[[^{]*]";
    private static final int SHORT_WORD = 4;
    private static final int ABBREVIATION = 3;
    private static final int ROOM_FOR_NUMBER = 5;

    private final Map<String, String> byConfiguration = new LinkedHashMap<>();

    /**
     * @param configurations the axes' values by the configuration's identity
     * @param experiment what a configuration without axes is called: MLflow's legends cannot show nothing
     */
    ConfigLabels(Map<String, Map<String, String>> configurations, String experiment) {
        Map<String, Set<String>> axes = varying(configurations.values());
        Map<String, String> usual = labels(configurations, axes, axis -> abbreviation(axis) + "=");
        Map<String, String> labels = fits(usual) ? usual
                : labels(configurations, axes, axis -> lastWord(axis).substring(0, 1));
        Set<String> taken = new HashSet<>();
        labels.forEach((id, label) -> {
            String shown = label.isEmpty() ? experiment : label;
            String fitting = cut(shown, LONGEST);
            if (!taken.add(fitting)) {
                fitting = cut(shown, LONGEST - ROOM_FOR_NUMBER) + " #" + taken.size();
                taken.add(fitting);
            }
            byConfiguration.put(id, fitting);
        });
    }

    /** The label of a configuration. */
    String of(String configId) {
        return byConfiguration.getOrDefault(configId, "");
    }

    @Override
    public String toString() {
        return byConfiguration.toString();
    }

    /** The axes with all their values, without those that have one only, unless all have. */
    private static Map<String, Set<String>> varying(Collection<Map<String, String>> configurations) {
        Map<String, Set<String>> axes = new LinkedHashMap<>();
        configurations.forEach(values -> values
                .forEach((axis, value) -> axes.computeIfAbsent(axis, name -> new LinkedHashSet<>()).add(value)));
        if (axes.values().stream().anyMatch(values -> values.size() > 1)) {
            axes.values().removeIf(values -> values.size() < 2);
        }
        return axes;
    }

    private static Map<String, String> labels(Map<String, Map<String, String>> configurations,
            Map<String, Set<String>> axes, UnaryOperator<String> name) {
        Map<String, Set<String>> common = new HashMap<>();
        axes.forEach((axis, values) -> common.put(axis, common(values)));
        long numeric = axes.values().stream().filter(values -> values.stream().anyMatch(v -> v.matches(BARE))).count();
        Map<String, String> labels = new LinkedHashMap<>();
        configurations.forEach((id, values) -> labels.put(id, axes.keySet().stream().filter(values::containsKey)
                .map(axis -> (numeric > 1 && values.get(axis).matches(BARE) ? name.apply(axis) : "")
                        + words(values.get(axis)).stream().filter(word -> !common.get(axis).contains(word))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "))));
        return labels;
    }

    private static boolean fits(Map<String, String> labels) {
        return new HashSet<>(labels.values()).size() == labels.size()
                && labels.values().stream().allMatch(label -> label.length() <= LONGEST);
    }

    /** The words that all values of an axis share; none where a value has no other. */
    private static Set<String> common(Set<String> values) {
        Set<String> common = new LinkedHashSet<>(words(values.iterator().next()));
        values.forEach(value -> common.retainAll(words(value)));
        return values.stream().anyMatch(value -> common.containsAll(words(value))) ? Set.of() : common;
    }

    /**
     * {@code {type: sgd, momentum: 0.9}} is {@code sgd mom=0.9}, {@code [64, 32]} is {@code 64-32}, and an empty list
     * is itself.
     */
    private static List<String> words(String value) {
        if (value.equals("[]")) {
            return List.of(value);
        }
        if (value.startsWith("[") && !value.contains("{")) {
            return List.of(value.replaceAll("[\\[\\]]", "").replaceAll(",\\s*", "-"));
        }
        List<String> words = new ArrayList<>();
        for (String part : value.replaceAll("[{}\\[\\]]", "").split(",\\s*")) {
            int colon = part.indexOf(": ");
            String key = colon < 0 ? "type" : part.substring(0, colon).strip();
            String text = part.substring(colon < 0 ? 0 : colon + 2).strip();
            words.add(key.equals("type") ? text : abbreviation(key) + "=" + text);
        }
        return words;
    }

    /** {@code learning_rate} is {@code lr}, {@code momentum} is {@code mom}, {@code init} itself. */
    private static String abbreviation(String name) {
        String[] words = lastWord(name).split("_");
        if (words.length > 1) {
            return Arrays.stream(words).filter(word -> !word.isEmpty()).map(word -> word.substring(0, 1))
                    .collect(Collectors.joining());
        }
        return words[0].length() <= SHORT_WORD ? words[0] : words[0].substring(0, ABBREVIATION);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
