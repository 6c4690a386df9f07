package gridrun.plot;

import gridrun.observed.MeanCurve;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a picture has to say in words: of lines that one would not see, and of how others are drawn. */
final class Remarks {

    private static final int MOST = 4;
    private static final int LONGEST_NAME = 45;

    private Remarks() {
    }

    /**
     * The line under the title.
     *
     * @param what is shown, or null
     * @param all panels, those that have nothing to show too
     */
    static String note(String what, List<Panel> all) {
        List<Panel> panels = all.stream().filter(panel -> !panel.isEmpty()).toList();
        List<Traced> traced = panels.stream().map(Traced::of).toList();
        List<MeanCurve> curves = panels.stream().flatMap(panel -> panel.lines().stream()).map(Line::curve).toList();
        List<String> parts = new ArrayList<>();
        if (what != null) {
            parts.add(what);
        }
        if (traced.stream().anyMatch(each -> each.scale().cutsBands(each.panel()))) {
            parts.add("bands that reach further down end at a fifth of the mean");
        }
        if (curves.stream().anyMatch(curve -> !curve.singles().isEmpty())) {
            parts.add("thin lines: single runs, from where the first one ended");
        }
        if (curves.stream().anyMatch(curve -> !curve.ends().isEmpty())) {
            parts.add("× the last number before training diverged");
        }
        all.stream().filter(Panel::isEmpty).filter(Panel::isMeasured)
                .forEach(panel -> parts.add(panel.name() + ": no finite number"));
        traced.stream().filter(Remarks::firstIsBeyond)
                .forEach(each -> parts.add(each.panel().name() + ": epoch 1 is beyond the edge"));
        if (traced.stream().anyMatch(Remarks::restReachesBeyond)) {
            parts.add("some in grey are beyond the edge");
        }
        List<String> unseen = traced.stream().flatMap(each -> unseen(each, panels).stream()).toList();
        unseen.stream().limit(MOST).forEach(parts::add);
        if (unseen.size() > MOST) {
            parts.add("%d more lines are not to be seen in one of the panels".formatted(unseen.size() - MOST));
        }
        if (panels.isEmpty()) {
            all.stream().limit(1).flatMap(panel -> panel.lines().stream()).filter(line -> line.remark() != null)
                    .forEach(line -> parts.add(line.label() + ": " + line.remark()));
            parts.add("nothing to be drawn");
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    /**
     * What is to be said of single lines of a panel and not in the legend; lines of which the same is to be said are
     * told together.
     */
    private static List<String> unseen(Traced traced, List<Panel> panels) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        Panel panel = traced.panel();
        for (int i = 0; i < panel.lines().size() && !panel.lines().get(i).look().isRest(); i++) {
            for (String remark : remarks(i, traced, panels)) {
                lines.computeIfAbsent(remark, key -> new ArrayList<>()).add(name(panel.lines().get(i)));
            }
        }
        return lines.entrySet().stream()
                .map(remark -> "%s: %s (%s)".formatted(
                        panel.name(), String.join(", ", remark.getValue()), remark.getKey()))
                .toList();
    }

    private static List<String> remarks(int index, Traced traced, List<Panel> panels) {
        Panel panel = traced.panel();
        Line line = panel.lines().get(index);
        MeanCurve curve = line.curve();
        if (curve.isEmpty()) {
            return line.remark() != null ? told(panel, line) : List.of(curve.measured() > 0 ? "never finite" : "none");
        }
        List<String> remarks = new ArrayList<>(told(panel, line));
        if (panel.original(index) < index && original(index, panels) == index) {
            remarks.add(sameAs(panel.lines().get(panel.original(index))));
        }
        if (curve.unseen() > 0) {
            remarks.add("%,d of %,d numbers not finite".formatted(curve.unseen(), curve.measured()));
        }
        if (reachesBeyond(traced, index, false)) {
            remarks.add("beyond the edge");
        }
        return remarks;
    }

    /** What the legend cannot say, for it is of several panels. */
    private static List<String> told(Panel panel, Line line) {
        return line.remark() == null || panel.beside().isEmpty() ? List.of() : List.of(line.remark());
    }

    private static String sameAs(Line line) {
        return "same as " + name(line);
    }

    private static boolean firstIsBeyond(Traced traced) {
        return IntStream.range(0, traced.panel().lines().size()).anyMatch(line -> reachesBeyond(traced, line, true));
    }

    private static boolean restReachesBeyond(Traced traced) {
        List<Line> lines = traced.panel().lines();
        return IntStream.range(0, lines.size()).filter(line -> lines.get(line).look().isRest())
                .anyMatch(line -> reachesBeyond(traced, line, false));
    }

    /** Whether a line does in its first place, if that may be left out; or anywhere else. */
    private static boolean reachesBeyond(Traced traced, int line, boolean first) {
        Panel panel = traced.panel();
        Scale scale = traced.scale();
        boolean mayLeave = panel.mayLeaveFirst() && panel.lines().get(line).isSound();
        double start = mayLeave ? panel.lines().stream().flatMapToDouble(each -> DoubleStream
                .of(each.curve().x())).min().orElse(0) : Double.NEGATIVE_INFINITY;
        return traced.traces().stream().filter(trace -> trace.line() == line)
                .anyMatch(trace -> IntStream.range(0, trace.y().length)
                        .filter(i -> trace.x()[i] <= start == first)
                        .anyMatch(i -> trace.y()[i] < scale.low() || trace.y()[i] > scale.high()));
    }

    /** The legend's text of a line: its label, what became of its runs, and which line hides it. */
    static String legend(int line, List<Panel> panels) {
        Line first = panels.get(0).lines().get(line);
        int original = original(line, panels);
        List<String> remarks = Stream.of(panels.get(0).beside().isEmpty() ? first.remark() : null,
                original == line ? null : sameAs(panels.get(0).lines().get(original)))
                .filter(Objects::nonNull).toList();
        return remarks.isEmpty() ? first.label() : "%s (%s)".formatted(first.label(), String.join("; ", remarks));
    }

    /** The line that hides this one wherever it is drawn; itself if it is to be seen somewhere. */
    private static int original(int line, List<Panel> panels) {
        List<Integer> originals = panels.stream().filter(panel -> line < panel.lines().size())
                .filter(panel -> !panel.lines().get(line).curve().isEmpty())
                .map(panel -> panel.original(line)).distinct().toList();
        return originals.size() == 1 ? originals.get(0) : line;
    }

    private static String name(Line line) {
        return Labels.shortened(line.label(), LONGEST_NAME);
    }
}
