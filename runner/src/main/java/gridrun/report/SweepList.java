package gridrun.report;

import gridrun.report.Table.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sweeps that a store holds, one a row.
 *
 * @param rows the newest plan first
 */
public record SweepList(List<Row> rows) {

    /**
     * One sweep, or a single run.
     *
     * @param id its identity
     * @param planned when it was planned last, as people write it
     * @param state whether it is done
     * @param done the runs that have their result
     * @param runs all of them
     * @param report what it comes to
     */
    public record Row(String id, String planned, String experiment, String state, int done, int runs, Report report) {

        private String best() {
            Ranking.Row winner = report.ranking().winner();
            if (winner == null) {
                return "";
            }
            return report.objective().ranked() + " "
                    + Figures.meanAndStd(winner.figure(), Figures.decimals(List.of(winner.figure())));
        }

        private String with() {
            Ranking.Row winner = report.ranking().winner();
            return winner == null ? "" : winner.swept().entrySet().stream()
                    .map(axis -> axis.getKey() + "=" + axis.getValue()).collect(Collectors.joining(" "));
        }
    }

    /** The list as a table. */
    public Table table() {
        return new Table(List.of(
                column("experiment", Row::experiment, false),
                column("id", row -> row.id.substring(0, Math.min(8, row.id.length())), false),
                column("planned", Row::planned, false),
                column("state", Row::state, true),
                column("runs", row -> row.done == row.runs ? Integer.toString(row.runs) : row.done + "/" + row.runs,
                        false),
                column("best", Row::best, false),
                column("with", Row::with, true)));
    }

    /** The list in a format. */
    public String in(Format format, int width, boolean unicode) {
        Table table = table();
        return switch (format) {
            case TABLE -> table.text(width, unicode);
            case MD -> table.markdown();
            case CSV -> table.csv();
            case JSON -> rows.stream().map(SweepList::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        };
    }

    private Column column(String title, Function<Row, String> cell, boolean droppable) {
        return new Column(title, rows.stream().map(cell).toList(), droppable);
    }

    private static String json(Row row) {
        Ranking.Row winner = row.report.ranking().winner();
        return "  {\"experiment\": %s, \"sweep_id\": %s, \"planned\": %s, \"state\": %s, \"done\": %s, \"runs\": %s, "
                .formatted(Json.text(row.experiment), Json.text(row.id), Json.text(row.planned), Json.text(row.state),
                        row.done, row.runs)
                + "\"metric\": %s, \"best\": %s}".formatted(Json.text(row.report.objective().ranked().name()),
                        winner == null ? "null" : Json.number(winner.figure().mean()));
    }
}
