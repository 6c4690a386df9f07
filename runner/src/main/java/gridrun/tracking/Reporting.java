package gridrun.tracking;

import gridrun.report.Report;
import gridrun.store.Run;
import gridrun.store.Sweep;
import java.util.List;

/** Makes the report on a sweep that terminals and files show, so that MLflow shows the same. */
@FunctionalInterface
public interface Reporting {

    /**
     * The report on a sweep.
     *
     * @param runs all of the sweep's
     */
    Report of(Sweep sweep, List<Run> runs);
}
