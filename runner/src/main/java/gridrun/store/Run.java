package gridrun.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run as it stands in the store; the words are those of {@link PlannedRun}.
 *
 * @param superseded whether its sweep has since planned for other data, another engine or other settings in its place,
 *     or for fewer seeds after a race
 * @param repeat which of its configuration's runs it is
 * @param outcome how it ended; empty unless the state is {@link RunState#DONE}
 * @param error why it failed; empty unless it did
 * @param startMs when it was started first
 * @param endMs when it ended
 * @param facts how it was trained, by the names of {@link Facts}
 * @param tags the user's
 * @param summary what it comes to where its sweep asks, by name: {@code best.*}, {@code kept.*}, {@code final.*},
 *     {@code test_*}, {@code baseline.*} and the epochs that they name
 */
public record Run(
        String runKey, String name, String configId, long seed, Repetition repeat, Map<String, String> swept,
        Map<String, String> params, boolean superseded, RunState state, Optional<Outcome> outcome,
        Optional<String> error, OptionalLong startMs, OptionalLong endMs,
        Map<String, String> facts, Map<String, String> tags, List<DatasetInput> datasets, List<Artifact> artifacts,
        Map<String, Double> summary) {

    /** The param of the fold, where there are several. */
    public static final String FOLD = "fold";

    /** The param of the seed, where it is one for all. */
    public static final String SEED = "seed";

    /** The param of the seed of one purpose, {@code seed.split}, where there are several. */
    public static String seedOf(String purpose) {
        return SEED + "." + purpose;
    }

    /** A param by its name; the seed of one purpose also where it is one for all. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name)).or(() -> repeat.seeds().byName().entrySet().stream()
                .filter(seed -> seedOf(seed.getKey()).equals(name)).map(seed -> seed.getValue().toString()).findAny());
    }

    /** How many folds its data have; 0 where there are none. */
    public int folds() {
        return Integer.parseInt(params.getOrDefault("data.folds", "0"));
    }

    /** Whether the run has its result and need not be trained. */
    public boolean hasResult() {
        return outcome.isPresent() && outcome.get().isResult();
    }

    /** Whether training came to a regular end. */
    public boolean isCompleted() {
        return has(Outcome.COMPLETED);
    }

    /** Whether it has a figure that is a finite number; an undefined metric has none. */
    public boolean hasValue(String figure) {
        return Double.isFinite(summary.getOrDefault(figure, Double.NaN));
    }

    /** Whether its loss lost its bounds. */
    public boolean isDiverged() {
        return has(Outcome.DIVERGED);
    }

    /** Whether an error ended its last try. */
    public boolean hasFailed() {
        return has(Outcome.FAILED);
    }

    /** Whether it ended so. */
    public boolean has(Outcome which) {
        return outcome.isPresent() && outcome.get() == which;
    }

    /** The word for how it ended, or for where it stands: {@code completed}, {@code running}. */
    public String status() {
        return outcome.map(Outcome::word).orElse(state.word());
    }
}
