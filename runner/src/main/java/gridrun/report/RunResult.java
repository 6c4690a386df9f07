package gridrun.report;

import java.util.Map;

/**
 * What a report needs to know of one run.
 *
 * @param runKey identifies the run
 * @param configId identifies its configuration, without the seed
 * @param seed the run's seed
 * @param name such as "learning_rate=0.05 seed=3"
 * @param outcome "completed", "diverged", "failed", "interrupted" or "pruned"
 * @param swept the axes' short names with their values as text, in the order of the file; empty for a single run
 * @param params every resolved parameter under its full name, as text
 * @param metrics the run's figures, such as "best.val_accuracy", "final.loss", "best_epoch", "test_accuracy"
 * @param weightsSha256 the hash of the final parameters, or null
 * @param error why the run failed, or null
 */
public record RunResult(
        String runKey,
        String configId,
        long seed,
        String name,
        String outcome,
        Map<String, String> swept,
        Map<String, String> params,
        Map<String, Double> metrics,
        String weightsSha256,
        String error) {

    /** Whether training came to a regular end. */
    public boolean isCompleted() {
        return outcome.equals("completed");
    }

    /** Whether the loss became infinite or no number. */
    public boolean isDiverged() {
        return outcome.equals("diverged");
    }
}
