package gridrun.tracking;

import gridrun.comparison.Mark;
import gridrun.metric.DataPart;
import gridrun.metric.Goal;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.metric.Vocabulary;
import gridrun.store.Deliveries;
import gridrun.store.StoredEntry;
import gridrun.store.Sweep;
import gridrun.tracking.ViewState.Bar;
import gridrun.tracking.ViewState.Chart;
import gridrun.tracking.ViewState.Line;
import gridrun.tracking.ViewState.Parallel;
import gridrun.tracking.ViewState.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The views of one sweep, and the view over all sweeps of its experiment. */
final class SweepViews {

    /** MLflow's page loads so many runs at first; the means of groups are those of what is loaded. */
    private static final int PAGE = 100;
    /** Lines beyond these can be told apart neither by colour nor in the legend. */
    private static final int MOST_LINES = 10;
    private static final int MOST_BARS = 50;
    /** A narrow chart's legend has room for so many names; with more they are wider. */
    private static final int LEGEND = 4;
    private static final int NARROW_CHARTS = 3;
    private static final int WIDE_CHARTS = 2;
    private static final int NARROW = 80;
    private static final int USUAL = 125;
    private static final int WIDE = 150;

    private final Projector.Whole whole;
    private final Sweep sweep;
    private final Quantity ranked;
    private final String test;
    private final List<String> measured;
    private final Map<String, Map<String, String>> configurations;
    private final Map<String, String> params = new LinkedHashMap<>();
    private final int shown;

    SweepViews(Deliveries marks, StoredEntry entry, Projector.Whole whole) {
        this.whole = whole;
        this.sweep = whole.sweep();
        this.ranked = Quantity.of(sweep.metric());
        this.test = ranked.at(Moment.TEST).name();
        this.measured = marks.metricKeys(entry.id());
        this.configurations = marks.configurations(entry.id());
        this.shown = shown();
        Set<String> all = marks.params(entry.id()).keySet();
        configurations.values().stream().findFirst().orElse(Map.of()).keySet()
                .forEach(axis -> all.stream().filter(key -> key.equals(axis) || key.endsWith("." + axis)).findFirst()
                        .ifPresent(key -> params.put(axis, key)));
    }

    /** The configurations' bars and curves, means with bands over their seeds. */
    SavedView curves(String parentRunId) {
        Section section = new Section("Configurations", shown <= LEGEND ? NARROW_CHARTS : WIDE_CHARTS);
        List<Chart> charts = new ArrayList<>();
        charts.add(new Bar(section, ranked.name(), MOST_BARS));
        lines().forEach(metric -> charts.add(new Line(section, metric,
                Vocabulary.named(metric).filter(Metric::isError).isPresent(), MOST_LINES)));
        if (measured.contains(test) && !test.equals(ranked.name())) {
            charts.add(new Bar(section, test, MOST_BARS));
        }
        List<String> numbers = numbers();
        if (!numbers.isEmpty()) {
            charts.add(new Parallel(section, numbers, List.of(ranked.name()), PAGE));
        }
        hide(charts, section);
        List<String> labels = configurations.keySet().stream()
                .filter(id -> whole.ranks().getOrDefault(id, 1) <= shown).limit(PAGE).map(whole.labels()::of).toList();
        return view("curves", true,
                runs(parentRunId, charts, List.of(section)).grouped(whole.configTag(), labels));
    }

    /** The sweep's runs in rank order, one below the other. */
    SavedView table(String parentRunId) {
        return view("table", false, runs(parentRunId, List.of(), List.of()));
    }

    /** Where the sweep shares runs with others, their ranks are not its own, and the figure itself is the order. */
    private ViewState runs(String parentRunId, List<Chart> charts, List<Section> sections) {
        String order = column("metrics", whole.shared() ? ranked.name() : SummaryFigures.RANK);
        boolean ascending = !whole.shared() || sweep.goal() == Goal.MINIMIZE;
        return new ViewState(filter(parentRunId), order, ascending, columns(), charts, sections);
    }

    /** All sweeps of the experiment, the newest first: a repetition night by night is a series of them. */
    SavedView sweeps() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        columns.put(column("tags", Tags.COMMIT), USUAL);
        columns.put(column("tags", Tags.BEST), USUAL);
        String name = ranked.name();
        Stream.of(name, name + ".sd", name + ".low", name + ".high", test)
                .forEach(metric -> columns.put(column("metrics", metric), WIDE));
        Stream.of(SummaryFigures.marked(Mark.TIED_WITH_THE_BEST), "seeds", "runs.completed", "runs.diverged",
                "runs.failed")
                .forEach(metric -> columns.put(column("metrics", metric), USUAL));
        Section section = new Section("Sweeps", WIDE_CHARTS);
        List<Chart> charts = new ArrayList<>();
        Stream.of(name, test, "runs.diverged").distinct()
                .forEach(metric -> charts.add(new Bar(section, metric, MOST_BARS)));
        Stream.of(name + ".sd", name + ".low", name + ".high", "configurations",
                SummaryFigures.marked(Mark.TIED_WITH_THE_BEST), SummaryFigures.marked(Mark.WORSE),
                SummaryFigures.marked(Mark.BETTER), "seeds", "runs.completed", "runs.failed")
                .forEach(metric -> charts.add(Bar.hidden(section, metric)));
        String filter = "%s LIKE '%%'".formatted(column("tags", Tags.SWEEP_ID)); // runs have no such tag
        return new SavedView("gridrun-sweeps", "sweeps: all of this experiment", false, sweep.createdMs(),
                sweep.plannedMs(), new ViewState(filter, "attributes.start_time", false, columns, charts,
                        List.of(section)));
    }

    private SavedView view(String purpose, boolean chart, ViewState state) {
        String id = Projection.shortId(sweep.sweepId());
        String part = shown < configurations.size() ? ", best %d of %d".formatted(shown, configurations.size()) : "";
        return new SavedView("gridrun-%s-%s".formatted(id, purpose), "%s: %s%s, %s".formatted(purpose,
                whole.name(), part, id), chart, sweep.createdMs(), sweep.plannedMs(), state);
    }

    /** How many configurations' runs a page holds, those of the best. */
    private int shown() {
        long runs = whole.report().map(report -> (long) report.runs().size()).orElse(0L);
        return runs <= PAGE || whole.shared() ? configurations.size()
                : (int) Math.max(1, PAGE * whole.ranks().size() / runs);
    }

    private String filter(String parentRunId) {
        String runs = whole.shared()
                ? "%s LIKE '%%%s%%'".formatted(column("tags", Tags.SWEEPS),
                        Projection.place(sweep.sweepId(), sweep.createdMs()))
                : "%s = '%s'".formatted(column("tags", Tags.PARENT), parentRunId);
        String current = whole.superseded().isEmpty() ? ""
                : " AND %s != '%s'".formatted(column("tags", whole.configTag()), Projector.SUPERSEDED);
        String best = shown == configurations.size() ? ""
                : " AND %s <= %d".formatted(column("metrics", SummaryFigures.RANK), shown);
        return runs + current + best;
    }

    /** The ranked metric where it is validated and where it is trained, then the loss in the same way. */
    private Set<String> lines() {
        Set<String> lines = new LinkedHashSet<>();
        String validated = ranked.epochMetric(true);
        for (String metric : List.of(validated, DataPart.VALIDATION.prefix() + MeanLoss.NAME)) {
            for (String candidate : List.of(metric, DataPart.of(metric).bare(metric))) {
                if (measured.contains(candidate) || measured.isEmpty() && candidate.equals(validated)) {
                    lines.add(candidate);
                }
            }
        }
        return lines;
    }

    /** The page makes charts of its own of whatever has none, so that the view's would drown in them. */
    private void hide(List<Chart> charts, Section section) {
        Set<String> others = new TreeSet<>(measured);
        others.addAll(List.of("best_epoch", "kept_epoch", "diverged_at_epoch", SummaryFigures.RANK));
        Stream.of(Moment.values()).forEach(moment -> others.add(ranked.at(moment).name()));
        charts.forEach(chart -> {
            if (chart instanceof Line line) {
                others.remove(line.metricKey());
            } else if (chart instanceof Bar bar) {
                others.remove(bar.metricKey());
            }
        });
        others.forEach(metric -> charts.add(Bar.hidden(section, metric)));
    }

    /** The columns and their widths. */
    private Map<String, Integer> columns() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        if (!whole.shared()) {
            columns.put(column("metrics", SummaryFigures.RANK), NARROW);
        }
        if (whole.shared() || params.size() < configurations.values().stream().findFirst().orElse(Map.of()).size()) {
            columns.put(column("tags", whole.configTag()), WIDE); // a case is no param
        }
        params.values().forEach(param -> columns.put(column("params", param), WIDE));
        columns.put(column("metrics", ranked.name()), WIDE);
        columns.put(column("tags", Tags.OUTCOME), USUAL);
        Stream.of(Moment.BEST, Moment.FINAL, Moment.KEPT).map(moment -> ranked.at(moment).name())
                .forEach(figure -> columns.put(column("metrics", figure), WIDE));
        if (measured.contains(test)) {
            columns.put(column("metrics", test), WIDE);
        }
        columns.put(column("metrics", "best_epoch"), USUAL);
        return columns;
    }

    /** The params of those axes that are numbers throughout. */
    private List<String> numbers() {
        return params.keySet().stream()
                .filter(axis -> configurations.values().stream()
                        .allMatch(values -> values.getOrDefault(axis, "").matches("[-+]?[\\d.]+([eE][-+]?\\d+)?")))
                .map(params::get).toList();
    }

    private static String column(String kind, String key) {
        return "%s.`%s`".formatted(kind, key);
    }
}
