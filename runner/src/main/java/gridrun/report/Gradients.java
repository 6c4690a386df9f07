package gridrun.report;

import gridrun.check.Verdict;
import gridrun.report.Table.Column;
import java.util.List;
import java.util.function.Function;

/** What a gradient check found, as a table with a row a parameter tensor. */
public final class Gradients {

    private Gradients() {
    }

    /**
     * The table for a terminal.
     *
     * @param width the terminal's columns
     * @param unicode whether it can show more than ASCII
     */
    public static String table(List<Verdict> verdicts, int width, boolean unicode) {
        return new Table(List.of(
                column("layer", verdicts, Verdict::layer),
                column("tensor", verdicts, Verdict::tensor),
                column("relative_error", verdicts, verdict -> "%.1e".formatted(verdict.relativeError())),
                column("checked", verdicts, verdict -> Integer.toString(verdict.checked())),
                column("left_out", verdicts, verdict -> Integer.toString(verdict.leftOut())),
                column("verdict", verdicts, Gradients::word))).text(width, unicode);
    }

    private static Column column(String title, List<Verdict> verdicts, Function<Verdict, String> cell) {
        return new Column(title, verdicts.stream().map(cell).toList(), false);
    }

    private static String word(Verdict verdict) {
        if (!verdict.isRight()) {
            return "FAIL";
        }
        return verdict.checked() == 0 ? "nothing to check" : verdict.vanished() ? "ok, both 0" : "ok";
    }
}
