package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.DeleteRun;
import org.mlflow.api.proto.Service.DeleteTag;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.FileInfo;
import org.mlflow.api.proto.Service.GetExperiment;
import org.mlflow.api.proto.Service.GetExperimentByName;
import org.mlflow.api.proto.Service.GetMetricHistory;
import org.mlflow.api.proto.Service.GetRun;
import org.mlflow.api.proto.Service.ListArtifacts;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.LogInputs;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RestoreRun;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.SearchRuns;
import org.mlflow.api.proto.Service.SetExperimentTag;
import org.mlflow.api.proto.Service.UpdateRun;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.MessageOrBuilder;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/**
 * The calls of MLflow's REST interface that we need.
 *
 * <p>Bodies are written from the client library's protobuf types and never by hand: a wrongly typed field makes the
 * server drop everything after it and answer 200. The library's own client is not used: it has no timeouts.
 */
final class MlflowApi {

    private static final String ROOT = "/api/2.0/mlflow/";
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final int RUNS_A_PAGE = 100;
    private static final int METRICS_A_PAGE = 25_000;

    private final JsonFormat.Printer printer =
            JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();
    private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();
    private final Http http;

    MlflowApi(Http http) {
        this.http = http;
    }

    /** The server's version, such as {@code 3.17.2}; anything else than a version is not MLflow. */
    String version() throws MlflowException, InterruptedException {
        String version = http.get("/version").strip();
        if (!version.matches("\\d+\\.\\d+[\\w.+]*")) {
            throw new MlflowException(Kind.TRANSIENT, http.server() + " does not answer like MLflow");
        }
        return version;
    }

    Optional<Experiment> experiment(String name) throws MlflowException, InterruptedException {
        try {
            String path = "experiments/get-by-name?experiment_name=" + encoded(name);
            var found = GetExperimentByName.Response.newBuilder();
            return Optional.of(get(path, found).getExperiment());
        } catch (MlflowException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    String createExperiment(String name) throws MlflowException, InterruptedException {
        CreateExperiment request = CreateExperiment.newBuilder().setName(name).build();
        return post("experiments/create", request, CreateExperiment.Response.newBuilder()).getExperimentId();
    }

    void tagExperiment(String id, String key, String value) throws MlflowException, InterruptedException {
        post("experiments/set-experiment-tag",
                SetExperimentTag.newBuilder().setExperimentId(id).setKey(key).setValue(value),
                SetExperimentTag.Response.newBuilder());
    }

    /** The value of an experiment's tag. */
    Optional<String> experimentTag(String id, String key) throws MlflowException, InterruptedException {
        return get("experiments/get?experiment_id=" + encoded(id), GetExperiment.Response.newBuilder()).getExperiment()
                .getTagsList().stream().filter(tag -> tag.getKey().equals(key)).map(ExperimentTag::getValue)
                .findFirst();
    }

    Run createRun(CreateRun request) throws MlflowException, InterruptedException {
        return post("runs/create", request, CreateRun.Response.newBuilder()).getRun();
    }

    Run run(String runId) throws MlflowException, InterruptedException {
        return get("runs/get?run_id=" + encoded(runId), GetRun.Response.newBuilder()).getRun();
    }

    /** All runs that match, deleted ones too, the oldest first. */
    List<RemoteRun> runs(String experimentId, String filter) throws MlflowException, InterruptedException {
        List<RemoteRun> runs = new ArrayList<>();
        String page = "";
        do {
            SearchRuns request = SearchRuns.newBuilder().addExperimentIds(experimentId).setFilter(filter)
                    .setRunViewType(ViewType.ALL).setMaxResults(RUNS_A_PAGE).addOrderBy("attributes.start_time ASC")
                    .setPageToken(page).build();
            SearchRuns.Response.Builder answer = post("runs/search", request, SearchRuns.Response.newBuilder());
            answer.getRunsList().forEach(run -> runs.add(RemoteRun.of(run)));
            page = answer.getNextPageToken();
        } while (!page.isEmpty());
        return runs;
    }

    void log(LogBatch batch) throws MlflowException, InterruptedException {
        post("runs/log-batch", batch, LogBatch.Response.newBuilder());
    }

    void logInputs(LogInputs inputs) throws MlflowException, InterruptedException {
        post("runs/log-inputs", inputs, LogInputs.Response.newBuilder());
    }

    void update(UpdateRun update) throws MlflowException, InterruptedException {
        post("runs/update", update, UpdateRun.Response.newBuilder());
    }

    /** Hides a run; it can be restored. */
    void deleteRun(String runId) throws MlflowException, InterruptedException {
        post("runs/delete", DeleteRun.newBuilder().setRunId(runId), DeleteRun.Response.newBuilder());
    }

    void restoreRun(String runId) throws MlflowException, InterruptedException {
        post("runs/restore", RestoreRun.newBuilder().setRunId(runId), RestoreRun.Response.newBuilder());
    }

    /** The whole history of a metric, in the server's order. */
    List<Metric> history(String runId, String key) throws MlflowException, InterruptedException {
        List<Metric> history = new ArrayList<>();
        String page = "";
        do {
            String path = "metrics/get-history?run_id=%s&metric_key=%s&max_results=%d%s".formatted(encoded(runId),
                    encoded(key), METRICS_A_PAGE, page.isEmpty() ? "" : "&page_token=" + encoded(page));
            GetMetricHistory.Response.Builder answer = get(path, GetMetricHistory.Response.newBuilder());
            history.addAll(answer.getMetricsList());
            page = answer.getNextPageToken();
        } while (!page.isEmpty());
        return history;
    }

    void deleteTag(String runId, String key) throws MlflowException, InterruptedException {
        post("runs/delete-tag", DeleteTag.newBuilder().setRunId(runId).setKey(key).build(),
                DeleteTag.Response.newBuilder());
    }

    /** Deletes a file through the server's artifact proxy, or where it was copied to. */
    void deleteArtifact(ArtifactStore store, String path) throws MlflowException, InterruptedException {
        if (store.isProxied()) {
            http.delete(proxied(store, path));
        } else {
            store.delete(path);
        }
    }

    /** Uploads through the server's artifact proxy, or copies; the same path again replaces the file. */
    void putArtifact(ArtifactStore store, String path, byte[] content) throws MlflowException, InterruptedException {
        if (store.isProxied()) {
            http.put(proxied(store, path), content);
        } else {
            store.copy(path, content);
        }
    }

    private static String proxied(ArtifactStore store, String path) {
        return PROXY + encodedPath(store.proxied()) + "/" + encodedPath(path);
    }

    /** The sizes of the files in a run's directory ({@code ""} is the root), by path. */
    Map<String, Long> artifactSizes(String runId, String directory) throws MlflowException, InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        for (FileInfo file : artifacts(runId, directory)) {
            if (!file.getIsDir()) {
                sizes.put(file.getPath(), file.getFileSize());
            }
        }
        return sizes;
    }

    private List<FileInfo> artifacts(String runId, String directory) throws MlflowException, InterruptedException {
        String path = "artifacts/list?run_id=" + encoded(runId)
                + (directory.isEmpty() ? "" : "&path=" + encoded(directory));
        return get(path, ListArtifacts.Response.newBuilder()).getFilesList();
    }

    private <B extends Message.Builder> B get(String path, B answer) throws MlflowException, InterruptedException {
        return parsed(http.get(ROOT + path), answer);
    }

    private <B extends Message.Builder> B post(String path, MessageOrBuilder request, B answer)
            throws MlflowException, InterruptedException {
        return parsed(http.post(ROOT + path, json(request)), answer);
    }

    private String json(MessageOrBuilder message) {
        try {
            return printer.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("our own message cannot be written as JSON", e);
        }
    }

    /** An answer of 200 that is not MLflow's is a proxy's or a captive portal's: it passes. */
    private <B extends Message.Builder> B parsed(String json, B answer) throws MlflowException {
        try {
            parser.merge(json, answer);
            return answer;
        } catch (InvalidProtocolBufferException e) {
            throw new MlflowException(Kind.TRANSIENT, http.server() + " does not answer like MLflow", null, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String encodedPath(String path) {
        return encoded(path).replace("%2F", "/");
    }
}
