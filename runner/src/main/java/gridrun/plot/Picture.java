package gridrun.plot;

import gridrun.chart.Look;
import gridrun.chart.Words;
import gridrun.observed.MeanCurve;
import java.util.List;

/**
 * Curves in panels, one below the other, as data: what {@link Chart} is to draw.
 *
 * @param title such as the experiment's name
 * @param note what is shown and how; null where nothing need be said
 * @param domain what the curves go over
 * @param legend what the legend says of all lines, above them; null for nothing
 * @param panels from the top down
 */
record Picture(String title, String note, Domain domain, String legend, List<Panel> panels) {

    /**
     * What the curves go over.
     *
     * @param label names the horizontal axis
     * @param names of the places 0, 1, …; null where the places are numbers
     */
    record Domain(String label, List<String> names) {

        static final Domain EPOCHS = new Domain("epoch", null);
        static final Domain STEPS = new Domain("time step", null);

        static Domain layers(List<String> names) {
            return new Domain("layer, from the input to the output", names);
        }

        boolean isNamed() {
            return names != null;
        }
    }

    /**
     * A curve of a panel.
     *
     * @param label names it in the legend
     * @param remark what the legend says beside it, such as that runs diverged; null for nothing
     * @param look how it is told from others
     * @param isDiverged whether the axis need not reach as far as it goes
     * @param figure what a table ranks of it, which a triangle marks; null for nothing
     */
    record Line(String label, String remark, Look look, boolean isDiverged, Double figure, MeanCurve curve) {

        /** A line of which nothing but its label is to be said. */
        Line(String label, Look look, MeanCurve curve) {
            this(label, null, look, false, null, curve);
        }

        /** Whether all that is to be seen of it is at places that an axis reaches. */
        boolean isSound() {
            return !isDiverged && curve.ends().isEmpty();
        }

        /** What follows a place. */
        Line after(double place) {
            return new Line(label, remark, look, isDiverged, figure, curve.after(place));
        }
    }

    /**
     * One plot among those that share the horizontal axis.
     *
     * @param metric what is shown; it decides on the scale and names the vertical axis
     * @param heading what else is to be said of it, such as the layer; null for nothing
     * @param beside lines of other panels, which the axis has room for, too
     * @param mark an epoch to be marked, or null
     * @param mayLeaveFirst whether the axis need not reach to the first place, where training has hardly begun
     */
    record Panel(String metric, String heading, List<Line> lines, List<Line> beside, Integer mark,
            boolean mayLeaveFirst) {

        /** A panel by itself. */
        Panel(String metric, List<Line> lines) {
            this(metric, null, lines, List.of(), null, false);
        }

        /** The same with an epoch that is marked; null for none. */
        Panel marked(Integer epoch) {
            return new Panel(metric, heading, lines, beside, epoch, mayLeaveFirst);
        }

        /** The same with what is to be said of it. */
        Panel headed(String text) {
            return new Panel(metric, text, lines, beside, mark, mayLeaveFirst);
        }

        /** The same over epochs, of which the first must not squeeze the rest. */
        Panel overEpochs() {
            return new Panel(metric, heading, lines, beside, mark, true);
        }

        /** What the axis has room for: over epochs not what only surrounds the others. */
        List<Line> settingAxis() {
            List<Line> all = beside.isEmpty() ? lines : beside;
            return mayLeaveFirst ? all.stream().filter(line -> !line.look().isRest()).toList() : all;
        }

        String name() {
            return heading == null ? Words.of(metric) : "%s, %s".formatted(Words.of(metric), heading);
        }

        boolean isEmpty() {
            return lines.stream().allMatch(line -> line.curve().isEmpty());
        }

        /** Whether there are numbers at all, finite or not. */
        boolean isMeasured() {
            return lines.stream().anyMatch(line -> line.curve().measured() > 0);
        }

        /** The first line that is the same as this one, which may be itself. */
        int original(int line) {
            return MeanCurve.original(lines.stream().map(Line::curve).toList(), line);
        }
    }
}
