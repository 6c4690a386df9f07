package gridrun.report;

import gridrun.store.DatasetInput;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Repetition;
import gridrun.store.Run;
import gridrun.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Results of runs that never ran. */
public final class Runs {

    private Runs() {
    }

    public static Run completed(String rate, long seed, double best, double last, double bestEpoch) {
        return run(rate, seed, "completed",
                Map.of("best.val_accuracy", best, "final.val_accuracy", last, "best_epoch", bestEpoch));
    }

    public static Run run(String rate, long seed, String outcome, Map<String, Double> metrics) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("train.learning_rate", rate);
        params.put("model.hidden", "[64, 32]");
        params.put("train.optimizer", "sgd");
        return of("key-%s-%d".formatted(rate, seed), "config-" + rate, seed,
                "learning_rate=%s seed=%d".formatted(rate, seed), outcome, Map.of("learning_rate", rate), params,
                metrics, outcome.equals("completed") ? "ab12" : null,
                outcome.equals("failed") ? "out of \"memory\",\nalas" : null);
    }

    public static Run diverged(String rate, long seed) {
        return run(rate, seed, "diverged", Map.of("best.val_accuracy", 0.99, "final.loss", Double.NaN));
    }

    public static Run divergedAt(int epoch, String rate, long seed) {
        return run(rate, seed, "diverged", Map.of("diverged_at_epoch", (double) epoch));
    }

    /** A configuration all of whose runs were completed. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Compared<T> compared(String label, T... runs) {
        return new Compared<>(label, Map.of(), null, false, null, List.of(runs));
    }

    public static Run failed(String rate, long seed) {
        return run(rate, seed, "failed", Map.of());
    }

    /** A run with other data. */
    public static Run on(List<DatasetInput> datasets, Run run) {
        return new Run(run.runKey(), run.name(), run.configId(), run.seed(), run.repeat(), run.swept(), run.params(),
                run.superseded(), run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(),
                run.tags(), datasets, run.artifacts(), run.summary());
    }

    /**
     * A run that ended.
     *
     * @param outcome its word
     * @param weights their checksum, or null
     * @param error or null
     */
    public static Run of(String runKey, String configId, long seed, String name, String outcome,
            Map<String, String> swept, Map<String, String> params, Map<String, Double> summary,
            String weights, String error) {
        return new Run(runKey, name, configId, seed, Repetition.of(params, seed), swept, params, false,
                RunState.DONE, Optional.of(Outcome.of(outcome)),
                Optional.ofNullable(error), OptionalLong.empty(), OptionalLong.empty(),
                weights == null ? Map.of() : Map.of(Facts.WEIGHTS_SHA256, weights), Map.of(), List.of(), List.of(),
                summary);
    }
}
