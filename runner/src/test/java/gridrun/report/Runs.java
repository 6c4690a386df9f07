package gridrun.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of runs that never ran. */
public final class Runs {

    private Runs() {
    }

    public static RunResult completed(String rate, long seed, double best, double last, double bestEpoch) {
        return run(rate, seed, "completed",
                Map.of("best.val_accuracy", best, "final.val_accuracy", last, "best_epoch", bestEpoch));
    }

    public static RunResult run(String rate, long seed, String outcome, Map<String, Double> metrics) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("train.learning_rate", rate);
        params.put("model.hidden", "[64, 32]");
        params.put("train.optimizer", "sgd");
        return new RunResult("key-%s-%d".formatted(rate, seed), "config-" + rate, seed,
                "learning_rate=%s seed=%d".formatted(rate, seed), outcome, Map.of("learning_rate", rate), params,
                metrics, outcome.equals("completed") ? "ab12" : null,
                outcome.equals("failed") ? "out of \"memory\",\nalas" : null);
    }

    public static RunResult diverged(String rate, long seed) {
        return run(rate, seed, "diverged", Map.of("best.val_accuracy", 0.99, "final.loss", Double.NaN));
    }

    public static RunResult divergedAt(int epoch, String rate, long seed) {
        return run(rate, seed, "diverged", Map.of("diverged_at_epoch", (double) epoch));
    }

    /** A configuration all of whose runs were completed. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Compared<T> compared(String label, T... runs) {
        return new Compared<>(label, null, false, List.of(runs));
    }

    public static RunResult failed(String rate, long seed) {
        return run(rate, seed, "failed", Map.of());
    }
}
