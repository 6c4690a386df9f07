package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * How publishing an experiment ended.
 *
 * @param server the server's address
 * @param experiment the experiment's name
 * @param links where to compare the runs; none if the server was never reached
 * @param owed what is not delivered
 * @param refusals items that the server cannot get; everything else was delivered around them
 * @param notices what the user should know, such as runs that were deleted there
 * @param trouble why something is owed
 */
public record PublishReport(
        String server, String experiment, List<Link> links, Deliveries.Owed owed,
        List<Refusals.Refusal> refusals, List<String> notices, Optional<String> trouble) {

    /** Whether everything is in MLflow (but for what a person deleted there). */
    public boolean isComplete() {
        return owed.nothing() && refusals.isEmpty() && trouble.isEmpty();
    }

    /**
     * A page of the server's.
     *
     * @param label what is to be seen there, such as {@code curves}
     * @param address its address
     */
    public record Link(String label, String address) {
    }
}
