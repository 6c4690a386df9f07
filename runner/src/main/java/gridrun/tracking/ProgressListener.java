package gridrun.tracking;

import gridrun.store.Deliveries;
import java.util.Optional;

/** Told about a publisher's progress, about twice a second. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes note of where the publisher is.
     *
     * @param owed what is still to be delivered
     * @param trouble what keeps the publisher from it at the moment
     */
    void progress(Deliveries.Owed owed, Optional<String> trouble);
}
