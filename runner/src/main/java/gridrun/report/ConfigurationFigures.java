package gridrun.report;

import gridrun.comparison.Against;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.metric.Quantity;
import gridrun.report.Ranking.Row;
import gridrun.report.Table.Column;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ranked configurations for programs: each with its figure, the figure's interval, and how it compares with the
 * best, or with the baseline; and the other figures that are asked for.
 *
 * <p>Numbers have twelve significant digits, as further ones may differ between JDKs.
 */
public record ConfigurationFigures(Ranking ranking, Optional<Comparisons> comparisons) {

    private static final int DIGITS = 12;
    private static final List<String> FIELDS = List.of("config_id", "metric", "runs", "n", "mean", "std", "low", "high",
            "difference", "difference_low", "difference_high", "p", "p_adjusted", "wins", "losses", "effect", "mark");

    /** A table with a row a configuration. */
    public String csv() {
        Set<String> names = new LinkedHashSet<>();
        ranking.rows().forEach(row -> names.addAll(params(row).keySet()));
        List<Map<String, Object>> rows = rows();
        List<Column> columns = new ArrayList<>();
        for (String title : rows.isEmpty() ? FIELDS : rows.get(0).keySet()) {
            columns.add(new Column(title, rows.stream().map(row -> text(row.get(title))).toList(), false));
            if (title.equals("config_id")) {
                names.forEach(name -> columns.add(new Column(name, ranking.rows().stream()
                        .map(row -> params(row).getOrDefault(name, "")).toList(), false)));
            }
        }
        return new Table(columns).csv();
    }

    /** An array with an object a configuration. */
    public String json() {
        List<String> objects = new ArrayList<>();
        for (Map<String, Object> row : rows()) {
            Map<String, String> members = new LinkedHashMap<>();
            row.forEach((name, value) -> {
                members.put(name, value instanceof Number ? text(value) : Json.text((String) value));
                if (name.equals("config_id")) {
                    members.put("params", Json.params(params(ranking.rows().get(objects.size()))));
                }
            });
            objects.add(members.entrySet().stream().map(member -> "    \"%s\": %s".formatted(member.getKey(),
                    member.getValue())).collect(Collectors.joining(",\n", "  {\n", "\n  }")));
        }
        return objects.isEmpty() ? "[]\n" : objects.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private List<Map<String, Object>> rows() {
        return ranking.rows().stream().map(row -> fields(row,
                comparisons.map(all -> all.all().get(row.rank() - 1)))).toList();
    }

    private Map<String, Object> fields(Row row, Optional<Against> against) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Objective objective = ranking.objective();
        Optional<MeanInterval> interval = row.interval(objective.ranked().name(), objective.terms());
        Optional<PairedDifference> difference =
                against.flatMap(Against::difference).filter(one -> one.sample().n() > 0);
        fields.put("config_id", row.configId());
        fields.put("metric", objective.ranked().name());
        fields.put("runs", row.runs().size());
        fields.put("n", row.figure().n());
        fields.put("mean", finite(row.figure().mean()));
        fields.put("std", finite(row.figure().std()));
        fields.put("low", interval.map(MeanInterval::low).orElse(null));
        fields.put("high", interval.map(MeanInterval::high).orElse(null));
        for (Quantity figure : objective.shown()) {
            Statistic statistic = row.statistic(figure.name());
            Optional<MeanInterval> around = row.interval(figure.name(), objective.terms());
            fields.put(figure + ".mean", finite(statistic.mean()));
            fields.put(figure + ".std", finite(statistic.std()));
            fields.put(figure + ".low", around.map(MeanInterval::low).orElse(null));
            fields.put(figure + ".high", around.map(MeanInterval::high).orElse(null));
        }
        fields.put("difference", difference.map(one -> finite(one.sample().mean())).orElse(null));
        fields.put("difference_low",
                difference.flatMap(PairedDifference::interval).map(MeanInterval::low).orElse(null));
        fields.put("difference_high",
                difference.flatMap(PairedDifference::interval).map(MeanInterval::high).orElse(null));
        fields.put("p", difference.map(one -> finite(one.p())).orElse(null));
        fields.put("p_adjusted", difference.map(one -> finite(against.orElseThrow().pAdjusted())).orElse(null));
        fields.put("wins", difference.map(PairedDifference::wins).orElse(null));
        fields.put("losses", difference.map(PairedDifference::losses).orElse(null));
        fields.put("effect", difference.map(one -> finite(one.effect())).orElse(null));
        fields.put("mark", against.filter(one -> one.difference().isPresent()).flatMap(Against::mark).map(Mark::words)
                .orElse(null));
        return fields;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof Double number ? Figures.significant(number, DIGITS)
                : value.toString();
    }

    /** Every setting by its full name, and what varies that is none. */
    private static Map<String, String> params(Row row) {
        Map<String, String> params = new LinkedHashMap<>();
        Run run = row.runs().get(0);
        row.swept().forEach((axis, value) -> {
            if (!RunLines.isParam(axis, run)) {
                params.put(axis, value);
            }
        });
        params.putAll(run.params());
        params.remove("seed");
        params.remove(Run.FOLD);
        return params;
    }
}
