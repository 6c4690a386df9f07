package gridrun.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a legend says of configurations: the axes and what all have in common once, and of each its values.
 *
 * @param head the axes, such as {@code optimizer, learning rate}; null where nothing is common
 * @param entries of each configuration, never two alike
 */
public record LegendTexts(String head, List<String> entries) {

    private static final int LONGEST = 60;

    /**
     * The texts of configurations.
     *
     * @param labels their names, which are taken where they have not the same axes
     * @param swept the values of each by axis
     */
    public static LegendTexts of(List<String> labels, List<Map<String, String>> swept) {
        if (swept.size() < 2 || swept.get(0).isEmpty()
                || swept.stream().anyMatch(values -> !values.keySet().equals(swept.get(0).keySet()))) {
            return new LegendTexts(null, labels);
        }
        List<String> varying = swept.get(0).keySet().stream().filter(axis -> levels(swept, axis) > 1).toList();
        List<String> entries = new ArrayList<>();
        List<Map<String, String>> values = swept.stream().map(each -> brief(swept, each, varying)).toList();
        values.forEach(each -> entries.add(Labels.shortened(String.join(", ", each.values()), LONGEST)));
        if (varying.isEmpty() || entries.stream().distinct().count() < entries.size()) {
            return new LegendTexts(null, labels);
        }
        String axes = varying.stream().map(LegendTexts::words).collect(Collectors.joining(", "));
        String common = swept.get(0).keySet().stream().filter(axis -> !varying.contains(axis))
                .map(axis -> words(axis) + " " + brief(swept.get(0).get(axis)))
                .collect(Collectors.joining(", "));
        return new LegendTexts(common.isEmpty() ? axes : "%s (all: %s)".formatted(axes, common), entries);
    }

    private static Map<String, String> brief(
            List<Map<String, String>> swept, Map<String, String> values, List<String> axes) {
        Map<String, String> brief = new LinkedHashMap<>();
        for (String axis : axes) {
            boolean isDistinct = swept.stream().map(each -> Figures.brief(each.get(axis))).distinct()
                    .count() == levels(swept, axis);
            brief.put(axis, isDistinct ? brief(values.get(axis)) : value(values.get(axis)));
        }
        return brief;
    }

    private static long levels(List<Map<String, String>> swept, String axis) {
        return swept.stream().map(values -> values.get(axis)).filter(Objects::nonNull).distinct().count();
    }

    /** A setting's name as words, of a layer's without the layer: {@code learning rate}, {@code repeat count}. */
    public static String words(String setting) {
        return setting.replaceFirst("^.*\\.\\d+\\.", "").replaceAll("[._]", " ");
    }

    /** The value of a setting as a legend says it, with three digits. */
    public static String brief(String value) {
        return value(Figures.brief(value));
    }

    /**
     * A value as one reads it: {@code {type: sgd, momentum: 0.9}} is {@code sgd (momentum: 0.9)}, and the short {@code
     * {exponential: 0.8}} is {@code exponential (0.8)}.
     */
    private static String value(String value) {
        return value.replaceFirst("^\\{type: ([^,{}]+)\\}$", "$1")
                .replaceFirst("^\\{type: ([^,{}]+), (.*)\\}$", "$1 ($2)")
                .replaceFirst("^\\{(\\w+): \\{([^{}]*)\\}\\}$", "$1 ($2)")
                .replaceFirst("^\\{(\\w+): ([^,:{}\\[\\]]+)\\}$", "$1 ($2)");
    }
}
