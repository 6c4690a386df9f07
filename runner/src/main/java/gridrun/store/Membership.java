package gridrun.store;

import java.util.Map;

/**
 * A run's place in a sweep.
 *
 * @param sweep the sweep's entry
 * @param sweepId the sweep's identity
 * @param parent whether the sweep is a parent in MLflow
 * @param createdMs when the sweep was planned first
 * @param name the run's name there
 * @param swept the axes' values there
 */
public record Membership(
        long sweep, String sweepId, boolean parent, long createdMs, String name, Map<String, String> swept) {
}
