package gridrun.observed;

import gridrun.check.GradientVerdict;
import gridrun.report.Table;
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
    public static String table(List<GradientVerdict> verdicts, int width, boolean unicode) {
        return new Table(List.of(
                column("layer", verdicts, GradientVerdict::layer),
                column("tensor", verdicts, GradientVerdict::tensor),
                column("size", verdicts, verdict -> "%,d".formatted(verdict.size())),
                column("relative_error", verdicts, Gradients::error),
                column("checked", verdicts, verdict -> Integer.toString(verdict.checked())),
                column("left_out", verdicts, verdict -> Integer.toString(verdict.leftOut())),
                column("verdict", verdicts, Gradients::word))).text(width, unicode);
    }

    /** What all verdicts come to, in a line. */
    public static String summary(List<GradientVerdict> all) {
        List<GradientVerdict> compared = all.stream().filter(GradientVerdict::isCompared).toList();
        long wrong = all.stream().filter(verdict -> !verdict.isRight()).count();
        long leftOut = all.stream().filter(verdict -> verdict.checked() == 0).count();
        String found = wrong > 0 ? "%d are not what central differences in float64 give".formatted(wrong)
                : compared.isEmpty() ? "so nothing is known of them"
                        : "all are what central differences in float64 give, to %.0e".formatted(GradientVerdict.LIMIT);
        return "%d of %d gradients compared, %s; %d vanishing, %d left out; %,d of %,d elements drawn".formatted(
                compared.size(), all.size(), found, all.size() - compared.size() - leftOut, leftOut,
                all.stream().mapToLong(verdict -> verdict.checked() + verdict.leftOut()).sum(),
                all.stream().mapToLong(GradientVerdict::size).sum());
    }

    private static Column column(String title, List<GradientVerdict> verdicts, Function<GradientVerdict, String> cell) {
        return new Column(title, verdicts.stream().map(cell).toList(), false);
    }

    /** The relative error says nothing where nothing was compared. */
    private static String error(GradientVerdict verdict) {
        return verdict.isCompared() || !verdict.isRight() ? "%.1e".formatted(verdict.relativeError()) : "";
    }

    private static String word(GradientVerdict verdict) {
        if (!verdict.isRight()) {
            return "FAIL";
        }
        return verdict.isCompared() ? "ok" : verdict.checked() == 0 ? "left out" : "vanishing";
    }
}
