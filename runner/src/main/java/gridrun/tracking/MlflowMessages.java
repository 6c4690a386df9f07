package gridrun.tracking;

import gridrun.store.DatasetInput;
import java.util.Map;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.LogInputs;
import org.mlflow.api.proto.Service.UpdateRun;

/** The store's values in MLflow's types. */
final class MlflowMessages {

    private MlflowMessages() {
    }

    /** Infinities become NaN: the server would make them 1.8e308, which flattens every chart; the outcome tells. */
    static Service.Metric metric(gridrun.store.MetricValue m) {
        return Service.Metric.newBuilder().setKey(m.key()).setStep(m.step()).setTimestamp(m.epochMillis())
                .setValue(published(m.value())).build();
    }

    static double published(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Everything of a run that one request takes, and this part of its metrics' history. */
    static LogBatch all(String runId, Projection run, Iterable<gridrun.store.MetricValue> history) {
        return params(runId, run.params().entrySet()).toBuilder()
                .mergeFrom(metrics(runId, history)).mergeFrom(metrics(runId, run.figures()))
                .mergeFrom(tags(runId, run.tags().entrySet())).build();
    }

    static LogBatch metrics(String runId, Iterable<gridrun.store.MetricValue> metrics) {
        LogBatch.Builder batch = LogBatch.newBuilder().setRunId(runId);
        metrics.forEach(metric -> batch.addMetrics(metric(metric)));
        return batch.build();
    }

    static LogBatch params(String runId, Iterable<Map.Entry<String, String>> params) {
        LogBatch.Builder batch = LogBatch.newBuilder().setRunId(runId);
        params.forEach(p -> batch.addParams(Service.Param.newBuilder().setKey(p.getKey()).setValue(p.getValue())));
        return batch.build();
    }

    static LogBatch tags(String runId, Iterable<Map.Entry<String, String>> tags) {
        LogBatch.Builder batch = LogBatch.newBuilder().setRunId(runId);
        tags.forEach(t -> batch.addTags(tag(t.getKey(), t.getValue())));
        return batch.build();
    }

    static Service.RunTag tag(String key, String value) {
        return Service.RunTag.newBuilder().setKey(key).setValue(value).build();
    }

    static LogInputs inputs(String runId, Iterable<DatasetInput> inputs) {
        LogInputs.Builder all = LogInputs.newBuilder().setRunId(runId);
        inputs.forEach(input -> all.addDatasets(input(input)));
        return all.build();
    }

    private static Service.DatasetInput input(DatasetInput input) {
        Service.Dataset.Builder dataset = Service.Dataset.newBuilder().setName(input.name()).setDigest(input.digest())
                .setSourceType(input.sourceType()).setSource(input.source());
        if (!input.schema().isEmpty()) {
            dataset.setSchema(input.schema());
        }
        if (!input.profile().isEmpty()) {
            dataset.setProfile(input.profile());
        }
        return Service.DatasetInput.newBuilder().setDataset(dataset)
                .addTags(Service.InputTag.newBuilder().setKey(Tags.CONTEXT).setValue(input.context())).build();
    }

    /** What ends a run that nobody works on. */
    static UpdateRun killed(String runId, long nowMs) {
        return UpdateRun.newBuilder().setRunId(runId).setStatus(Service.RunStatus.KILLED).setEndTime(nowMs).build();
    }

    /** The state with which MLflow is to show a run. */
    static UpdateRun state(String runId, Projection run) {
        return UpdateRun.newBuilder().setRunId(runId).setRunName(run.name()).setStatus(run.status())
                .setEndTime(run.endMs()).build();
    }
}
