package gridrun.session;

import gridrun.tracking.PublishReport;
import java.util.Optional;

/**
 * How publishing an experiment ended. Whatever was not delivered is in the results, and can be at any time.
 *
 * @param report what a server got; empty where none was found
 * @param trouble why none was found; empty where one was
 */
public record Publication(Optional<PublishReport> report, Optional<String> trouble) {

    static Publication of(PublishReport report) {
        return new Publication(Optional.of(report), Optional.empty());
    }

    static Publication without(String trouble) {
        return new Publication(Optional.empty(), Optional.of(trouble));
    }

    /** Whether everything is in MLflow. */
    public boolean isComplete() {
        return report.isPresent() && report.get().isComplete();
    }
}
