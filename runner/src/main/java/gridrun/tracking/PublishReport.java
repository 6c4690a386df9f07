package gridrun.tracking;

import gridrun.store.Deliveries;
import java.util.List;
import java.util.Optional;

/**
 * How publishing an experiment ended.
 *
 * @param server the server's address
 * @param experiment the experiment's name
 * @param experimentId its id there; empty if the server was never reached
 * @param owed what is not delivered
 * @param refusals items that the server refuses for good; everything else was delivered around them
 * @param notices what the user should know, such as runs that were deleted there
 * @param trouble why something is owed
 */
public record PublishReport(
        String server, String experiment, Optional<String> experimentId, Deliveries.Owed owed,
        List<Deliveries.Refusal> refusals, List<String> notices, Optional<String> trouble) {

    /** Whether everything is in MLflow (but for what a person deleted there). */
    public boolean isComplete() {
        return owed.nothing() && refusals.isEmpty() && trouble.isEmpty();
    }

    /** Where to compare the runs; without the last part MLflow's page opens in its other mode. */
    public Optional<String> link() {
        return experimentId.map(id -> "%s/#/experiments/%s/runs?workflowType=machine_learning".formatted(server, id));
    }
}
