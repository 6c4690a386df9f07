package gridrun.bench;

import gridrun.report.Figures;
import gridrun.report.Format;
import gridrun.report.Json;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What benchmarks measured, in words and figures. */
public record Measurements(List<Measurement> rows) {

    private static final int DIGITS = 4;

    /**
     * One row.
     *
     * @param name what was measured
     * @param value in the unit
     * @param ofCeiling the share of what the processor can do at most; null where that says nothing
     */
    public record Measurement(String name, double value, String unit, Double ofCeiling) {
    }

    /**
     * The rows in a format.
     *
     * @param width the terminal's columns
     * @param unicode whether it can show more than ASCII
     */
    public String in(Format format, int width, boolean unicode) {
        return switch (format) {
            case TABLE -> table().text(width, unicode);
            case CSV -> table().csv();
            case JSON -> json();
            case MD -> table().markdown();
        };
    }

    private Table table() {
        return new Table(List.of(
                column("name", Measurement::name),
                column("value", row -> Figures.significant(row.value(), DIGITS)),
                column("unit", Measurement::unit),
                column("of_ceiling", row -> row.ofCeiling() == null ? "" : Figures.rounded(row.ofCeiling(), 3))));
    }

    private Column column(String title, Function<Measurement, String> cell) {
        return new Column(title, rows.stream().map(cell).toList(), false);
    }

    /** An array with an object a row. */
    private String json() {
        return rows.stream().map(Measurements::object).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String object(Measurement row) {
        return "  {\"name\": %s, \"value\": %s, \"unit\": %s, \"of_ceiling\": %s}".formatted(
                Json.text(row.name()), Json.number(row.value()), Json.text(row.unit()),
                row.ofCeiling() == null ? "null" : Json.number(row.ofCeiling()));
    }
}
