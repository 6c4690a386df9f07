package gridrun.effect;

import gridrun.report.Figures;
import gridrun.report.Format;
import gridrun.report.Json;
import gridrun.report.Report;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Components of variance as a table and for programs. */
public final class ComponentsText {

    private static final int DIGITS = 3;

    private final Components components;

    public ComponentsText(Components components) {
        this.components = components;
    }

    /** The table in a format; text is as wide as terminals usually are. */
    public String in(Format format) {
        return switch (format) {
            case TABLE -> table(Report.WIDTH, true);
            case MD -> head() + ":\n\n" + sources().markdown();
            case CSV -> sources().csv();
            case JSON -> components.sources().stream().map(ComponentsText::json)
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        };
    }

    /** The table for a terminal. */
    public String table(int width, boolean unicode) {
        return head() + ":\n" + sources().text(width, unicode);
    }

    /** What stands below a sweep's table. */
    public String below(int width, boolean unicode) {
        return "\n" + table(width, unicode);
    }

    private String head() {
        return "where the spread of %s comes from, %s".formatted(components.objective().ranked(),
                components.configurations() == 1 ? "in one configuration"
                        : "on the average of %s".formatted(
                                Figures.counted(components.configurations(), "configuration")));
    }

    private Table sources() {
        return new Table(List.of(column("source", Components.Source::name),
                column("draws", source -> Integer.toString(source.seeds())),
                column("share %", source -> Figures.rounded(Math.rint(1000 * source.share()) / 10, 1)),
                column("variance", source -> Figures.significant(source.variance(), DIGITS)),
                column("sd", source -> Figures.significant(Math.sqrt(source.variance()), DIGITS))));
    }

    private Column column(String title, Function<Components.Source, String> cell) {
        return new Column(title, components.sources().stream().map(cell).toList(), false);
    }

    private static String json(Components.Source source) {
        return "  {\"source\": %s, \"draws\": %d, \"variance\": %s, \"share\": %s}".formatted(Json.text(source.name()),
                source.seeds(), Json.number(source.variance()), Json.number(source.share()));
    }
}
