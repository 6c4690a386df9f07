package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the time of a run's training steps went.
 *
 * @param run its name
 * @param rows in the order of the network, then what the loss, the optimizer and the rest took; together they are
 *     the steps
 * @param steps that were measured
 * @param leftOut first steps that were not
 * @param threads inside the run
 * @param ceiling floating-point operations a second that these threads could do at most; null where nobody knows
 */
public record Profile(String run, List<Row> rows, long steps, long leftOut, int threads, Double ceiling) {

    private static final int MOST_ROWS = 20;
    /** Of the step; what took less is told in one row with its like. */
    private static final double NOTEWORTHY = 0.001;
    private static final double SHORT_SECONDS = 1;
    private static final List<String> LAST = List.of("loss", "optimizer", "layers", "rest");

    /**
     * One operation of one layer in one pass, in all measured steps together.
     *
     * @param pass {@code forward}, {@code backward} or empty
     * @param flops floating-point operations; 0 where there are none to speak of
     */
    public record Row(String layer, String operation, String pass, long calls, double seconds, long flops) {

        private String shortPass() {
            return pass.replace("forward", "fwd").replace("backward", "bwd");
        }

        /** Together with another; what they do not share is left empty. */
        public Row plus(Row other) {
            return new Row(layer, operation, pass.equals(other.pass) ? pass : "", calls + other.calls,
                    seconds + other.seconds, flops + other.flops);
        }
    }

    public Profile {
        rows = rows.stream().sorted(Comparator.comparingInt(Profile::rank)).toList();
    }

    /** Layers keep their order; behind them comes what is beside them, operations of the loss first. */
    private static int rank(Row row) {
        int place = LAST.indexOf(row.layer());
        return place < 0 ? place : 2 * place + (row.pass().isEmpty() ? 1 : 0);
    }

    /** The whole step in one row. */
    Row step() {
        return rows.stream().reduce(new Row("step", "", "", 0, 0, 0), Row::plus);
    }

    /** What a row's operations are of the ceiling; null where there is nothing to compare. */
    public Double ofCeiling(Row row) {
        return ceiling == null || row.flops() == 0 ? null : Double.valueOf(row.flops() / row.seconds() / ceiling);
    }

    double ofStep(Row row) {
        return row.seconds() / step().seconds();
    }

    /** Microseconds of one step. */
    public double stepMicroseconds() {
        return step().seconds() / steps * 1e6;
    }

    /** What was measured and how, in a line or two. */
    public String headline() {
        String text = "%s: %s µs a step, the mean of %s on %s; ceiling %s\n".formatted(run,
                decimal(stepMicroseconds(), stepMicroseconds()), Figures.counted(steps, "step"),
                Figures.counted(threads, "thread"),
                ceiling == null ? "unknown" : "%.0f GFLOP/s".formatted(ceiling / 1e9));
        if (leftOut > 0) {
            text += "left out: the first %s, while Java still compiled\n".formatted(Figures.counted(leftOut, "step"));
        }
        if (isShort()) {
            text += "timed for %.2g s alone: a longer run's code is compiled better\n".formatted(step().seconds());
        }
        return text;
    }

    /** Whether so little was timed that the compiler had hardly begun. */
    public boolean isShort() {
        return step().seconds() < SHORT_SECONDS;
    }

    /**
     * A step's operations, the longest first, for a terminal; where it is narrow, calls are left out, then FLOPs.
     *
     * @param width the terminal's columns
     * @param unicode whether it can show more than ASCII
     */
    public String table(int width, boolean unicode) {
        List<Row> shown = shown();
        Function<Row, Double> microseconds = row -> row.seconds() / steps * 1e6;
        boolean isLarge = step().flops() >= 1e6 * steps;
        Function<Row, Double> flops = row -> row.flops() / (isLarge ? 1e6 : 1e3) / steps;
        return new Table(List.of(
                column("layer", shown, Row::layer),
                column("operation", shown, Row::operation),
                column("pass", shown, Row::shortPass),
                column("µs", shown, row -> decimal(microseconds.apply(row), stepMicroseconds())),
                column("% step", shown, row -> "%.1f".formatted(100 * ofStep(row))),
                column("GFLOP/s", shown,
                        row -> row.flops() == 0 ? "" : "%.1f".formatted(row.flops() / row.seconds() / 1e9)),
                column("% ceil", shown, row -> ofCeiling(row) == null ? "" : "%.1f".formatted(100 * ofCeiling(row))),
                droppable(isLarge ? "MFLOP" : "kFLOP", shown,
                        row -> row.flops() == 0 ? "" : decimal(flops.apply(row), flops.apply(step()))),
                droppable("calls", shown, row -> Long.toString(Math.round((double) row.calls() / steps)))))
                .text(width, unicode);
    }

    private static <T> Column column(String title, List<T> rows, Function<T, String> cell) {
        return new Column(title, rows.stream().map(cell).toList(), false);
    }

    private static Column droppable(String title, List<Row> rows, Function<Row, String> cell) {
        return new Column(title, rows.stream().map(cell).toList(), true);
    }

    /** As many decimals as leave the largest of a column about four digits. */
    private static String decimal(double value, double largest) {
        return ("%." + (largest >= 1000 ? 0 : largest >= 100 ? 1 : largest >= 10 ? 2 : 3) + "f").formatted(value);
    }

    /** The longest, then what is left of the others, the rest, and the whole. */
    private List<Row> shown() {
        List<Row> operations = rows.stream().filter(row -> !row.layer().equals("rest"))
                .sorted(Comparator.comparingDouble(Row::seconds).reversed()).toList();
        int noteworthy = (int) operations.stream().limit(MOST_ROWS).filter(row -> ofStep(row) >= NOTEWORTHY).count();
        List<Row> shown = new ArrayList<>(operations.subList(0, noteworthy));
        List<Row> others = operations.subList(noteworthy, operations.size());
        if (!others.isEmpty()) {
            shown.add(others.stream().reduce(new Row(others.size() + " others", "", "", 0, 0, 0), Row::plus));
        }
        rows.stream().filter(row -> row.layer().equals("rest")).forEach(shown::add);
        shown.add(step());
        return shown;
    }

    /** All rows in full precision, with units in the columns' names; sums over all measured steps. */
    public String csv() {
        return new Table(List.of(
                column("layer", rows, Row::layer),
                column("operation", rows, Row::operation),
                column("pass", rows, Row::pass),
                column("calls", rows, row -> Long.toString(row.calls())),
                column("time_s", rows, row -> Figures.significant(row.seconds(), 9)),
                column("time_us_per_step", rows, row -> Figures.significant(row.seconds() / steps * 1e6, 6)),
                column("flop", rows, row -> Long.toString(row.flops())),
                column("gflop_per_s", rows, row -> row.flops() == 0 ? ""
                        : Figures.significant(row.flops() / row.seconds() / 1e9, 6)),
                column("share_of_step", rows, row -> Figures.significant(ofStep(row), 6)),
                column("share_of_ceiling", rows,
                        row -> ofCeiling(row) == null ? "" : Figures.significant(ofCeiling(row), 6)),
                column("ceiling_gflop_per_s", rows,
                        row -> ceiling == null ? "" : Figures.significant(ceiling / 1e9, 6)),
                column("steps", rows, row -> Long.toString(steps)),
                column("steps_left_out", rows, row -> Long.toString(leftOut)),
                column("threads", rows, row -> Integer.toString(threads)))).csv();
    }

    /** The rows of each operation of each layer: its passes, or one that is neither. */
    public List<List<Row>> operations() {
        return List.copyOf(rows.stream().collect(Collectors.groupingBy(row -> row.layer() + "  " + row.operation(),
                LinkedHashMap::new, Collectors.toList())).values());
    }

    /** One line a profile, for runs whose steps differ. */
    public static String comparison(List<Profile> profiles, int width, boolean unicode) {
        return new Table(List.of(
                column("run", profiles, Profile::run),
                column("µs a step", profiles,
                        profile -> decimal(profile.stepMicroseconds(), profile.stepMicroseconds())),
                column("% ceil", profiles, profile -> profile.ofCeiling(profile.step()) == null ? ""
                        : "%.1f".formatted(100 * profile.ofCeiling(profile.step()))),
                column("longest operation", profiles, Profile::longest)))
                .text(width, unicode);
    }

    private String longest() {
        Row longest = rows.stream().max(Comparator.comparingDouble(Row::seconds)).orElseThrow();
        return "%s %s %s, %.0f %%"
                .formatted(longest.layer(), longest.operation(), longest.shortPass(), 100 * ofStep(longest))
                .replaceAll(" +", " ").replace(" ,", ",");
    }
}
