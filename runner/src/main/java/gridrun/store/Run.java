package gridrun.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run as it stands in the store; the words are those of {@link PlannedRun}.
 *
 * @param outcome how it ended; empty unless the state is {@link State#DONE}
 * @param error why it failed; empty unless it did
 * @param startMs when it was started first
 * @param endMs when it ended
 * @param latest the last step's value of every metric
 */
public record Run(
        String runKey, String name, String configId, long seed, Map<String, String> swept, Map<String, String> params,
        State state, Optional<Outcome> outcome, Optional<String> error, OptionalLong startMs, OptionalLong endMs,
        Map<String, String> tags, List<DatasetInput> datasets, List<Artifact> artifacts, Map<String, Double> latest) {

    private static final Set<String> EPOCHS = Set.of("best_epoch", "restored_epoch", "diverged_at_epoch");

    /** What tables show: {@code best.*}, {@code final.*}, {@code test_*} and the epochs that they name, by name. */
    public Map<String, Double> summary() {
        Map<String, Double> summary = new TreeMap<>();
        latest.forEach((key, value) -> {
            if (key.startsWith("best.") || key.startsWith("final.") || key.startsWith("test_")
                    || EPOCHS.contains(key)) {
                summary.put(key, value);
            }
        });
        return summary;
    }

    /** Whether the run has its result and need not be trained. */
    public boolean hasResult() {
        return outcome.isPresent() && outcome.get().isResult();
    }
}
