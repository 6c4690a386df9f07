package gridrun.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names of configurations for legends: as short as they can be without two becoming one. */
public final class Labels {

    private static final int LONGEST = 90;
    private static final String ALL = "all runs";

    private Labels() {
    }

    /** A name for each configuration's values. */
    public static List<String> of(List<Map<String, String>> configurations) {
        List<Map<String, String>> brief = configurations.stream().<Map<String, String>>map(LinkedHashMap::new).toList();
        configurations.stream().flatMap(values -> values.keySet().stream()).distinct()
                .forEach(axis -> shorten(brief, axis));
        List<String> names = brief.stream().map(Labels::name).toList();
        return distinct(names, name -> shortened(name, LONGEST));
    }

    private static void shorten(List<Map<String, String>> configurations, String axis) {
        List<String> values = configurations.stream().map(each -> each.getOrDefault(axis, "")).distinct().toList();
        List<String> brief = distinct(values, Figures::brief);
        configurations.forEach(each -> each.computeIfPresent(axis, (key, value) -> brief.get(values.indexOf(value))));
    }

    /** The texts in their short form; as they are where two would become alike. */
    private static List<String> distinct(List<String> texts, UnaryOperator<String> form) {
        List<String> formed = texts.stream().map(form).toList();
        return formed.stream().distinct().count() == texts.stream().distinct().count() ? formed : texts;
    }

    private static String name(Map<String, String> values) {
        return values.isEmpty() ? ALL : values.entrySet().stream().map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
    }

    /** At most so many letters, on one line: what is too long loses its middle. */
    public static String shortened(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        int rest = longest - 1;
        return line.length() <= longest ? line
                : line.substring(0, rest - rest / 2) + "…" + line.substring(line.length() - rest / 2);
    }
}
