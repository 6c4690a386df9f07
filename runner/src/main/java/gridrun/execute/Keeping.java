package gridrun.execute;

import gridrun.artifact.Kept;
import gridrun.artifact.Projections;
import gridrun.data.DataLoader;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Writes what runs are to leave behind on demand, after they were trained: so runs that an earlier command trained have
 * it too.
 */
public final class Keeping {

    private final Store store;
    private final Sweep sweep;
    private final DataLoader loader;
    private final Additions additions;

    /** @param sweep a sweep of the runs */
    public Keeping(Store store, Sweep sweep, DataLoader loader, Projections projections) {
        this.store = store;
        this.sweep = sweep;
        this.loader = loader;
        this.additions = new Additions(store, projections);
    }

    /**
     * Writes what is wanted and is not there; a run whose lock another process has is left to that.
     *
     * @param stop asked before each run whether to stop
     */
    public void keep(Set<Kept> wanted, List<Run> runs, BooleanSupplier stop) {
        for (Run run : runs) {
            if (!wanted.isEmpty() && !stop.getAsBoolean()) {
                additions.add("predictions and splits", run,
                        () -> Kept.missing(wanted, store, sweep, run, loader), Map.of());
            }
        }
    }
}
