package gridrun.tracking;

import gridrun.metric.Quantity;
import gridrun.report.Report;
import gridrun.store.Deliveries;
import gridrun.store.Membership;
import gridrun.store.Repeats;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.StoredEntry;
import gridrun.store.Sweep;
import gridrun.tracking.PublishReport.Link;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what MLflow is to show of the store's entries, each beside the others of its sweep. Safe for threads. */
final class Projector {

    /** The label of runs that the report leaves out. */
    static final String SUPERSEDED = "superseded";

    private final Deliveries marks;
    private final Reporting reporting;
    private final boolean views;
    private final Map<Long, Whole> wholes = new ConcurrentHashMap<>();

    /** @param version the server's, such as {@code 3.17.2} */
    Projector(Deliveries marks, Reporting reporting, String version) {
        this.marks = marks;
        this.views = ViewWriter.hasViews(version);
        this.reporting = reporting;
    }

    /** Finds the run there of a sweep that is a parent, or creates it as it is given. */
    @FunctionalInterface
    interface Parents {
        String runId(StoredEntry sweep, Projection created) throws MlflowException, InterruptedException;
    }

    /**
     * A sweep as a whole, at a revision.
     *
     * @param repeats what its runs are repeated over; known where nothing else varies, or the sweep is done
     * @param labels what its configurations are called
     * @param shared whether some of its runs are children of an earlier sweep, and so are named as they are there
     * @param report what came out; empty until the sweep is done
     * @param ranks the place of each configuration, by its identity
     * @param superseded the keys of its runs of earlier data or an earlier engine, which the report leaves out
     */
    record Whole(long revision, Sweep sweep, Repeats repeats, ConfigLabels labels, boolean shared,
            Optional<Report> report,
            Map<String, Integer> ranks, Set<String> superseded) {

        /** Its date and what it varies, which may be seeds or folds alone: the experiment stands above the page. */
        String name() {
            return Projection.name(sweep, repeats);
        }

        /** What a run's configuration is called here. */
        String label(StoredEntry run) {
            return superseded.contains(run.key()) ? SUPERSEDED : labels.of(run.configId().orElse(""));
        }

        /** The tag that has its labels. */
        String configTag() {
            return shared ? Tags.CONFIG + "." + Projection.shortId(sweep.sweepId()) : Tags.CONFIG;
        }

        /** What its runs show of it: a change concerns them all. */
        String shown() {
            return sweep.metric() + " " + sweep.goal() + " " + labels + " " + ranks + " " + superseded;
        }
    }

    Projection of(StoredEntry entry, Parents parents) throws MlflowException, InterruptedException {
        if (entry.sweep()) {
            return ofSweep(entry);
        }
        List<Membership> places = marks.memberships(entry.id());
        Membership first = places.get(0);
        StoredEntry leading = marks.entry(first.sweep());
        Whole whole = whole(leading);
        // The whole of it, with a table of all runs, would be made for each of them.
        Optional<String> parent = first.parent()
                ? Optional.of(parents.runId(leading, Projection.ofNewSweep(leading, whole))) : Optional.empty();
        Integer rank = whole.superseded().contains(entry.key()) ? null
                : whole.ranks().get(entry.configId().orElse(""));
        Map<String, Double> figures = SummaryFigures.ofRun(entry, Quantity.of(whole.sweep().metric()),
                marks.summary(entry.id(), first.sweep()), delivered(entry),
                rank == null ? OptionalInt.empty() : OptionalInt.of(rank));
        return Projection.ofRun(entry, places, whole, labels(entry, places), parent, figures);
    }

    /** The names of figures that the server has already: they are kept up to date. */
    private Set<String> delivered(StoredEntry entry) {
        return marks.delivered(entry.id(), Delivery.FIGURE).keySet();
    }

    /** What a run's configuration is called in those of its sweeps that share runs with others, by the tag. */
    private Map<String, String> labels(StoredEntry run, List<Membership> places) {
        Map<String, String> labels = new LinkedHashMap<>();
        places.stream().filter(Membership::parent).map(place -> whole(marks.entry(place.sweep())))
                .filter(Whole::shared)
                .forEach(whole -> labels.put(whole.configTag(), whole.label(run)));
        return labels;
    }

    private Projection ofSweep(StoredEntry entry) {
        Whole whole = whole(entry);
        Map<String, Double> figures = whole.report().map(report -> SummaryFigures.ofSweep(
                report, delivered(entry))).orElse(Map.of());
        return Projection.ofSweep(entry, whole, figures, links(entry, whole));
    }

    /** Links of the note, which lead from MLflow's pages to others; none until both ends are there. */
    private List<Link> links(StoredEntry entry, Whole whole) {
        Optional<String> parent = marks.mark(entry.id()).map(Deliveries.Mark::runId);
        if (parent.isEmpty() || marks.experimentId().isEmpty()) {
            return List.of();
        }
        Pages pages = new Pages("", marks.experimentId().get());
        SweepViews all = new SweepViews(marks, entry, whole);
        return Stream.of(all.curves(parent.get()), all.table(parent.get()), all.sweeps())
                .map(view -> new Link(view.purpose(), views ? pages.of(view) : pages.withoutView(view))).toList();
    }

    /** The sweep that an entry is, with what only all its runs together tell. */
    Whole whole(StoredEntry entry) {
        return wholes.compute(entry.id(),
                (id, known) -> known != null && known.revision() == entry.revision() ? known : read(entry));
    }

    private Whole read(StoredEntry entry) {
        Sweep sweep = marks.sweep(entry.id());
        ConfigLabels labels = new ConfigLabels(marks.configurations(entry.id()), sweep.experiment());
        boolean shared = sweep.parent() && marks.sharesRuns(entry.id());
        boolean done = entry.state() == RunState.DONE;
        List<Run> runs = sweep.parent() && (done || sweep.axes().isEmpty()) ? marks.runs(entry.id()) : List.of();
        Repeats repeats = Repeats.of(runs);
        if (!sweep.parent() || !done) {
            return new Whole(entry.revision(), sweep, repeats, labels, shared, Optional.empty(), Map.of(), Set.of());
        }
        Report report = reporting.of(sweep, runs);
        Set<String> superseded = runs.stream().filter(Run::superseded).map(Run::runKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Integer> ranks = new HashMap<>();
        report.ranking().rows().forEach(row -> ranks.put(row.configId(), row.rank()));
        return new Whole(entry.revision(), sweep, repeats, labels, shared, Optional.of(report), ranks, superseded);
    }
}
