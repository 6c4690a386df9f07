package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.StoredEntry;
import gridrun.store.Sweep;
import gridrun.tracking.PublishReport.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The views of an experiment's sweeps on a server, and where they are to be looked at. */
final class Views {

    private final Deliveries marks;
    private final Projector projector;
    private final ViewWriter writer;

    Views(Deliveries marks, Projector projector, ViewWriter writer) {
        this.marks = marks;
        this.projector = projector;
        this.writer = writer;
    }

    /** Brings those up to date that links lead to; what was cut off or in trouble before is made up for. */
    void updateNewest() throws InterruptedException {
        Optional<StoredEntry> newest = marks.newestSweep().map(marks::entry);
        if (newest.isPresent()) {
            writer.update(newest.get(), of(newest.get()), true);
        }
    }

    /** Brings them up to date after an entry was delivered. */
    void update(long id) throws InterruptedException {
        StoredEntry entry = marks.entry(id);
        if (entry.sweep()) {
            writer.update(entry, of(entry), false);
        }
    }

    /** The sweep's own views; the newest sweep has the one over all sweeps, too. */
    private List<SavedView> of(StoredEntry entry) {
        Optional<String> parent = marks.mark(entry.id()).map(Deliveries.Mark::runId);
        if (parent.isEmpty()) {
            return List.of();
        }
        SweepViews views = new SweepViews(marks, entry, projector.whole(entry));
        List<SavedView> all = new ArrayList<>(List.of(views.curves(parent.get()), views.table(parent.get())));
        if (marks.newestSweep().filter(newest -> newest == entry.id()).isPresent()) {
            all.add(views.sweeps());
        }
        return all;
    }

    /** Where to compare a sweep's runs, and the sweep with others; where to look at a single run. */
    List<Link> links(String server, Sweep sweep) {
        List<Link> links = new ArrayList<>();
        marks.experimentId().ifPresent(id -> {
            Pages pages = new Pages(server + "/", id);
            if (sweep.parent()) {
                marks.entry(sweep.sweepId()).ifPresent(entry -> of(entry)
                        .forEach(view -> links.add(new Link(view.purpose(), writer.link(pages, entry, view)))));
            } else {
                marks.onlyRun(sweep.sweepId()).flatMap(marks::mark)
                        .ifPresent(mark -> links.add(new Link("run", pages.run(mark.runId()))));
            }
            if (links.isEmpty()) {
                links.add(new Link("runs", pages.runs()));
            }
        });
        return links;
    }
}
