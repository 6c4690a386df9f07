package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.Deliveries.Sequenced;
import gridrun.store.MetricValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings params, tags and figures of a run that has none of them yet in one request, and as many of its metrics as it
 * holds, as each request costs the server some milliseconds whatever is in it. A run that an earlier command began may
 * have them without our knowing.
 *
 * <p>Further metrics, and all of it where the server refuses an item, are left to the requests of each kind.
 */
final class FirstBatch {

    /** What MLflow takes in one request, metrics, params and tags together. */
    private static final int ALL = 1_000;
    private static final int PARAMS_OR_TAGS = 100;

    private final Deliveries marks;
    private final MlflowApi api;
    private final RemoteRuns runs;
    private final RequestBatches batches;
    private final Runnable progress;

    FirstBatch(Deliveries marks, MlflowApi api, RemoteRuns runs, RequestBatches batches, Runnable progress) {
        this.marks = marks;
        this.api = api;
        this.runs = runs;
        this.batches = batches;
        this.progress = progress;
    }

    /** Delivers and marks what is in the request, or nothing. */
    void deliver(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        int others = wanted.params().size() + wanted.tags().size() + wanted.figures().size();
        if (others > ALL || wanted.params().size() > PARAMS_OR_TAGS || wanted.tags().size() > PARAMS_OR_TAGS
                || characters(wanted.params()) + characters(wanted.tags()) > RequestBatches.CHARACTERS
                || !runs.isMadeHere(runId) || !isFirst(id)) {
            return;
        }
        List<Sequenced> next = marks.metricsAfter(id, 0, ALL - others);
        List<MetricValue> history = next.stream().map(Sequenced::metric).filter(Projection::isHistory).toList();
        long seq = next.isEmpty() ? 0 : next.get(next.size() - 1).seq();
        batches.send(List.of(wanted), all -> {
            api.log(MlflowMessages.all(runId, wanted, history));
            marks.delivered(id, seq, Map.of(
                    Delivery.PARAM, Acknowledgements.fingerprints(wanted.params()),
                    Delivery.TAG, Acknowledgements.fingerprints(wanted.tags()),
                    Delivery.FIGURE, figures(wanted.figures())));
            progress.run();
        }, (all, message) -> {
            // The requests of each kind find the item at fault, and say so.
        });
    }

    private boolean isFirst(long id) {
        return marks.mark(id).filter(mark -> !mark.adopted() && mark.metricSeq() == 0).isPresent()
                && marks.delivered(id, Delivery.PARAM).isEmpty() && marks.delivered(id, Delivery.TAG).isEmpty()
                && marks.delivered(id, Delivery.FIGURE).isEmpty();
    }

    private static int characters(Map<String, String> texts) {
        return texts.entrySet().stream().mapToInt(text -> text.getKey().length() + text.getValue().length()).sum();
    }

    /** The fingerprints of single figures. */
    static Map<String, String> figures(List<MetricValue> figures) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        figures.forEach(figure -> fingerprints.put(figure.key(), String.valueOf(figure.value())));
        return fingerprints;
    }
}
