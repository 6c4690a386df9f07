package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.artifact.RunPictures;
import gridrun.artifact.SweepFiles;
import gridrun.data.DataLoader;
import gridrun.experiment.PlotPolicy;
import gridrun.plot.PictureFormat;
import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the pictures of a sweep and of its runs from what the store has of them. A run's end is recorded before and
 * without them, so that they can neither fail nor lose it, and whatever was not drawn, by a kill or on a machine that
 * could not, is drawn by a later command.
 */
public final class Drawing {

    private final Store store;
    private final Sweep sweep;
    private final DataLoader loader;
    private final Projections projections;
    private final Set<PictureFormat> formats;

    /**
     * @param sweep a sweep of the runs
     * @param formats to draw in, beside those in which pictures are there
     */
    public Drawing(Store store, Sweep sweep, DataLoader loader, Projections projections,
            Set<PictureFormat> formats) {
        this.store = store;
        this.sweep = sweep;
        this.loader = loader;
        this.projections = projections;
        this.formats = formats;
    }

    /** Whether the sweep as a whole lacks its pictures, or has those of another table; a single run is none. */
    public boolean lacksOverview() {
        Sweep now = now();
        return now.parent() && !(SweepFiles.areDrawn(now, formats) && SweepFiles.havePictures(store, now));
    }

    private void drawOverview() {
        projections.attempt("pictures", sweep.experiment(), () -> {
            SweepFiles files = new SweepFiles(store, now(), store.runs(sweep.sweepId()));
            new Additions(store, projections).record(store.amend(sweep.sweepId()), sweep.experiment(),
                    files.pictures(formats), files.drawn());
        });
    }

    private Sweep now() {
        return store.sweep(sweep.sweepId()).orElseThrow();
    }

    /** Those of the sweep's runs that a policy wants to have pictures and that lack some, or have stale ones. */
    public List<Run> missing(PlotPolicy policy, List<Run> runs) {
        Set<String> wanted = wanted(policy, sweep, runs).map(Run::runKey).collect(Collectors.toSet());
        return runs.stream().filter(run -> policy != PlotPolicy.NONE && RunPictures.areStale(store, sweep, run)
                || wanted.contains(run.runKey()) && !RunPictures.wereDrawn(run, formats)).toList();
    }

    private static Stream<Run> wanted(PlotPolicy policy, Sweep sweep, List<Run> runs) {
        return switch (policy) {
            case NONE -> Stream.of();
            case ALL -> runs.stream().filter(Run::hasResult);
            case BEST -> runs.stream()
                    .collect(Collectors.groupingBy(Run::configId, LinkedHashMap::new, Collectors.toList()))
                    .values().stream().flatMap(configuration -> StoredResults.notable(sweep, configuration).stream());
        };
    }

    /**
     * Draws these runs, and the sweep as a whole beside them; a run whose lock another process has is left to that.
     *
     * @param overview whether the sweep's own pictures are to be drawn
     * @param threads how many at a time
     * @param stop asked before each run whether to stop
     */
    public void draw(List<Run> runs, boolean overview, int threads, BooleanSupplier stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        if (overview) {
            pool.execute(this::drawOverview);
        }
        runs.forEach(run -> pool.execute(() -> {
            if (!stopping.get() && !stop.getAsBoolean()) {
                draw(run);
            }
        }));
        ThreadPools.finish(pool, () -> stopping.set(true));
    }

    /** Draws a run. */
    void draw(Run run) {
        new Additions(store, projections).add(
                "pictures", run, () -> RunPictures.of(store, sweep, run, loader, formats), RunPictures.drawn(sweep));
    }
}
