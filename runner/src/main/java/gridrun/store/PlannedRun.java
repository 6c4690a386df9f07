package gridrun.store;

import java.util.Collections;
import java.util.Map;

/**
 * A run as a sweep plans it. Its maps are not copied, for thousands of runs share them: nobody changes them any more.
 *
 * @param runKey its identity, 64 hex digits
 * @param name what varied, such as {@code learning_rate=0.05 seed=3}
 * @param configId the identity of its configuration without the seed
 * @param seed the seed of all its streams
 * @param version what data and what engine it is of: with the configuration and the seed it makes the identity
 * @param swept the axes' values as people write them, in the axes' order
 * @param settings its configuration's: every resolved setting under its full name, in the file's order
 * @param own params that tell it from its configuration's other runs: seeds and the fold
 * @param files where the files are that its settings name, absolute, by the settings' full names; no part of what it is
 * @param tags what is known of it whenever it is trained
 */
public record PlannedRun(
        String runKey, String name, String configId, long seed, String version,
        Map<String, String> swept, Map<String, String> settings, Map<String, String> own, Map<String, String> files,
        Map<String, String> tags) {

    public PlannedRun {
        swept = Collections.unmodifiableMap(swept);
        settings = Collections.unmodifiableMap(settings);
        own = Collections.unmodifiableMap(own);
        files = Collections.unmodifiableMap(files);
        tags = Collections.unmodifiableMap(tags);
    }
}
