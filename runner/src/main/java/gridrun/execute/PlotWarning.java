package gridrun.execute;

import gridrun.report.PlotsUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once a process, not once a run, that plots cannot be drawn. */
final class PlotWarning {

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private PlotWarning() {
    }

    static void once(PlotsUnavailable reason) {
        if (SAID.compareAndSet(false, true)) {
            System.err.println(reason.getMessage());
        }
    }
}
