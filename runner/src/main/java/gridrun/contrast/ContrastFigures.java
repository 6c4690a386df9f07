package gridrun.contrast;

import gridrun.report.Figures;
import gridrun.report.Json;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.store.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A contrast for programs. Numbers have twelve significant digits, as further ones may differ between JDKs. */
record ContrastFigures(Contrast contrast, List<Row> rows) {

    private static final int DIGITS = 12;

    /** A line a figure of a pair of configurations. */
    String csv() {
        List<Map<String, String>> cells = rows.stream().map(row -> fields(row, text -> text)).toList();
        return cells.isEmpty() ? "" : new Table(cells.get(0).keySet().stream().map(title -> new Column(title,
                cells.stream().map(row -> row.get(title).equals("null") ? "" : row.get(title)).toList(), false))
                .toList()).csv();
    }

    /** An object with the sides, the settings that differ, the results, and what they come to. */
    String json(List<Setting> settings, Answers.Found answers, ContrastFinding finding) {
        return """
                {
                  "a": %s,
                  "b": %s,
                  "settings": %s,
                  "results": %s,
                  "only_a": %s,
                  "only_b": %s,
                  "mcnemar": %s,
                  "sentence": %s,
                  "warnings": %s
                }
                """.formatted(side(contrast.a()), side(contrast.b()),
                array(settings, setting -> "{\"setting\": %s, \"a\": %s, \"b\": %s}".formatted(
                        Json.text(setting.name()), Json.text(String.join(", ", setting.a())),
                        Json.text(String.join(", ", setting.b())))),
                array(rows, row -> fields(row, Json::text).entrySet().stream()
                        .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))),
                array(contrast.onlyA(), Json::text), array(contrast.onlyB(), Json::text),
                array(answers == null ? List.<Answers>of() : answers.parts(), ContrastFigures::answers),
                Json.text(finding.sentence()), array(finding.warnings(), Json::text));
    }

    private static String side(Side side) {
        List<Run> only = side.only() == null ? List.of() : List.of(side.only());
        return "{\"experiment\": %s, \"sweep_id\": %s, \"config_id\": %s, \"run_key\": %s, \"runs\": %d}".formatted(
                Json.text(side.sweep().experiment()), Json.text(side.sweep().sweepId()),
                Json.text(side.configurations().size() == 1 ? side.runs().get(0).configId() : null),
                Json.text(only.isEmpty() ? null : only.get(0).runKey()), side.runs().size());
    }

    private static <T> String array(List<T> all, Function<T, String> json) {
        return all.isEmpty() ? "[]" : all.stream().map(one -> "    " + json.apply(one))
                .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    }

    private static String answers(Answers part) {
        return "{\"part\": %s, \"both\": %d, \"only_a\": %d, \"only_b\": %d, \"neither\": %d, \"p\": %s}".formatted(
                Json.text(part.part()), part.both(), part.onlyA(), part.onlyB(), part.neither(),
                number(part.test().p()));
    }

    private Map<String, String> fields(Row row, Function<String, String> text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("configuration", text.apply(row.match().label()));
        fields.put("metric", text.apply(row.objective().ranked().name()));
        side(fields, "a", row, row.match().a());
        side(fields, "b", row, row.match().b());
        MeanInterval none = new MeanInterval(Double.NaN, Double.NaN);
        boolean pairs = row.pairs() > 0;
        fields.put("pairs", Integer.toString(row.pairs()));
        fields.put("difference", number(row.mean()));
        fields.put("difference_low", number(row.difference().interval().orElse(none).low()));
        fields.put("difference_high", number(row.difference().interval().orElse(none).high()));
        fields.put("p", number(row.difference().p()));
        fields.put("p_adjusted", number(row.against().pAdjusted()));
        fields.put("wins", pairs ? Integer.toString(row.difference().wins()) : "null");
        fields.put("losses", pairs ? Integer.toString(row.difference().losses()) : "null");
        fields.put("effect", number(row.pairs() > 1 ? row.difference().effect() : Double.NaN));
        fields.put("mark", row.mark().isEmpty() ? "null" : text.apply(row.mark()));
        return fields;
    }

    private static void side(Map<String, String> fields, String side, Row row, List<Run> runs) {
        Statistic statistic = row.statistic(runs);
        MeanInterval interval = row.interval(runs).orElse(new MeanInterval(Double.NaN, Double.NaN));
        fields.put("n_" + side, Integer.toString(statistic.n()));
        fields.put("mean_" + side, number(statistic.mean()));
        fields.put("std_" + side, number(statistic.std()));
        fields.put("low_" + side, number(interval.low()));
        fields.put("high_" + side, number(interval.high()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Figures.significant(value, DIGITS) : "null";
    }
}
