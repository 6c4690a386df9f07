package gridrun.plot;

import gridrun.observed.MeanCurve;
import gridrun.report.Compared;
import java.util.List;

/**
 * Curves in panels, one below the other, as data: what {@link Chart} is to draw.
 *
 * @param title such as the experiment's name
 * @param note what is shown and how; null where nothing need be said
 * @param domain what the curves go over
 * @param panels from the top down
 */
record Picture(String title, String note, Domain domain, List<Panel> panels) {

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
     * @param colour its place in the palette
     * @param isDiverged whether the axis need not reach as far as it goes
     */
    record Line(String label, String remark, int colour, boolean isDiverged, MeanCurve curve) {

        /** A line of which nothing but its label is to be said. */
        Line(String label, int colour, MeanCurve curve) {
            this(label, null, colour, false, curve);
        }

        /** A configuration's line. */
        Line(Compared<?> configuration, int colour, MeanCurve curve) {
            this(configuration.label(), configuration.remark(), colour, configuration.isDiverged(), curve);
        }

        /** Whether all that is to be seen of it is at places that an axis reaches. */
        boolean isSound() {
            return !isDiverged && curve.ends().isEmpty();
        }
    }

    /**
     * One plot among those that share the horizontal axis.
     *
     * @param metric what is shown; it decides on the scale
     * @param label names the vertical axis; null for the metric and its scale
     * @param mark an epoch to be marked, or null
     */
    record Panel(String metric, String label, List<Line> lines, Integer mark) {

        /** A panel that is labelled by its metric. */
        Panel(String metric, List<Line> lines, Integer mark) {
            this(metric, null, lines, mark);
        }

        String name() {
            return label == null ? metric : label;
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
            MeanCurve curve = lines.get(line).curve();
            int first = 0;
            while (first < line && !lines.get(first).curve().isSameAs(curve)) {
                first++;
            }
            return first;
        }
    }
}
