package gridrun.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run and a sweep have in common, as the publisher reads it: one run in MLflow.
 *
 * @param id its number in the database
 * @param sweep whether it is a sweep, the parent of its runs
 * @param key the run key or the sweep's identity
 * @param revision how often it was changed
 * @param configId the configuration's identity; empty for a sweep
 * @param seed the seed; empty for a sweep
 * @param directory where its artifacts are
 */
public record StoredEntry(
        long id, boolean sweep, String key, long revision, RunState state, Optional<Outcome> outcome,
        Optional<String> error, OptionalLong startMs, OptionalLong endMs, Optional<String> configId, OptionalLong seed,
        Map<String, String> params, Map<String, String> facts, Map<String, String> tags, List<DatasetInput> datasets,
        List<Artifact> artifacts,
        Path directory) {
}
