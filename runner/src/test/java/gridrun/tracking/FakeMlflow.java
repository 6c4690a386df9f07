package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.DeleteRun;
import org.mlflow.api.proto.Service.DeleteTag;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.GetExperiment;
import org.mlflow.api.proto.Service.GetExperimentByName;
import org.mlflow.api.proto.Service.GetMetricHistory;
import org.mlflow.api.proto.Service.GetRun;
import org.mlflow.api.proto.Service.ListArtifacts;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.LogInputs;
import org.mlflow.api.proto.Service.RestoreRun;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.SearchRuns;
import org.mlflow.api.proto.Service.SetExperimentTag;
import org.mlflow.api.proto.Service.UpdateRun;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/** As much of MLflow as we speak to, in memory, with troubles on demand. */
final class FakeMlflow implements Upstream, AutoCloseable {

    static {
        // Without it the JDK's server waits 40 ms for an acknowledgement with each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String INACTIVE =
            error("INVALID_PARAMETER_VALUE", "The run must be in the 'active' state. Current state is deleted.");

    final Map<String, FakeRun> runs = new ConcurrentHashMap<>();
    final Experiment.Builder experiment = Experiment.newBuilder();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger mostInFlight = new AtomicInteger();
    final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer http;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private int ids;
    String version = "3.17.2";
    String artifactRoot = "mlflow-artifacts:/1";
    /** The directory of artifacts that it sees, where they do not go through it. */
    volatile Path shared;

    FakeMlflow() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    FakeMlflow(HttpServer http, String scheme) {
        this.http = http;
        this.scheme = scheme;
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    TrackingServer server() {
        return TrackingServer.at(uri(), Map.of());
    }

    String uri() {
        return scheme + "://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Answers the next {@code times} requests whose path contains a text so. */
    void answer(int times, String path, int status, String body, String... header) {
        AtomicInteger left = new AtomicInteger(times);
        troubles.add((request, exchange) -> {
            if (!request.path().contains(path) || left.getAndDecrement() <= 0) {
                return false;
            }
            if (header.length == 2) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            send(exchange, status, body);
            return true;
        });
    }

    /** Refuses, for as long as it is among the troubles, each request whose body contains a text. */
    Trouble poison(String text, int status, String code) {
        Trouble trouble = (request, exchange) -> {
            if (!request.body().contains(text)) {
                return false;
            }
            send(exchange, status, error(code, "cannot store " + text));
            return true;
        };
        troubles.add(trouble);
        return trouble;
    }

    static String error(String code, String message) {
        return "{\"error_code\": \"%s\", \"message\": \"%s\"}".formatted(code, message);
    }

    /** Sets a tag of the experiment, as a person's change of a view does. */
    void tagExperiment(String key, String value) {
        removeTag(key);
        experiment.addTags(ExperimentTag.newBuilder().setKey(key).setValue(value));
    }

    void removeTag(String key) {
        for (int i = experiment.getTagsCount() - 1; i >= 0; i--) {
            if (experiment.getTags(i).getKey().equals(key)) {
                experiment.removeTags(i);
            }
        }
    }

    /** The experiment's tags. */
    Map<String, String> experimentTags() {
        Map<String, String> tags = new TreeMap<>();
        experiment.getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    /** Those that are not deleted. */
    List<FakeRun> active() {
        return runs.values().stream().filter(FakeRun::isActive).toList();
    }

    long alterations() {
        return requests.stream().filter(Request::alters).count();
    }

    FakeRun byTag(String key, String value) {
        return runs.values().stream().filter(run -> value.equals(run.tags.get(key))).findFirst().orElseThrow();
    }

    void forgetEverything() {
        runs.clear();
        experiment.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    @Override
    public void execute(Request request) throws IOException {
        respond(request);
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public long lateMs() {
        return 300;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        requests.add(request);
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            for (Trouble trouble : troubles) {
                if (trouble.happens(request, exchange)) {
                    return;
                }
            }
            Object answer = respond(request);
            if (answer instanceof Message.Builder message) {
                send(exchange, 200, JsonFormat.printer().preservingProtoFieldNames().print(message));
            } else if (answer == INACTIVE) {
                send(exchange, 400, INACTIVE);
            } else if (answer instanceof String text) {
                send(exchange, 200, text);
            } else {
                send(exchange, 404, error("RESOURCE_DOES_NOT_EXIST", "not there"));
            }
        } finally {
            inFlight.decrementAndGet();
            exchange.close();
        }
    }

    /** A message, a text, or null for what is not there. */
    private synchronized Object respond(Request request) throws IOException {
        String path = request.path().replaceFirst("\\?.*", "").replaceFirst(".*(?=/version$)|.*/2.0/mlflow/", "");
        if (request.method().equals("PUT")) {
            FakeRun stored = runs.get(request.path().replaceFirst(".*/artifacts/1/", "").replaceFirst("/.*", ""));
            String file = URLDecoder.decode(request.path().substring(request.path().lastIndexOf("/artifacts/") + 11),
                    StandardCharsets.UTF_8);
            // As in MLflow, the path is not checked against the database.
            if (stored != null) {
                stored.artifacts.put(file, request.content().length);
            }
            return "{}";
        }
        if (request.method().equals("DELETE")) {
            String run = request.path().replaceFirst(".*/artifacts/1/", "").replaceFirst("/.*", "");
            String file = URLDecoder.decode(request.path().substring(request.path().lastIndexOf("/artifacts/") + 11),
                    StandardCharsets.UTF_8);
            return runs.get(run).artifacts.remove(file) == null ? null : "{}";
        }
        return switch (path) {
            case "runs/delete-tag" -> {
                DeleteTag tag = parse(request, DeleteTag.newBuilder()).build();
                yield runs.get(tag.getRunId()).tags.remove(tag.getKey()) == null ? null : "{}";
            }
            case "/version" -> version;
            case "experiments/get-by-name" -> experiment.getExperimentId().isEmpty() ? null
                    : GetExperimentByName.Response.newBuilder().setExperiment(experiment);
            case "experiments/get" -> GetExperiment.Response.newBuilder().setExperiment(experiment);
            case "experiments/create" -> {
                CreateExperiment create = parse(request, CreateExperiment.newBuilder()).build();
                experiment.setExperimentId("1").setName(create.getName()).setLifecycleStage("active");
                yield CreateExperiment.Response.newBuilder().setExperimentId("1");
            }
            case "experiments/set-experiment-tag" -> {
                SetExperimentTag tag = parse(request, SetExperimentTag.newBuilder()).build();
                tagExperiment(tag.getKey(), tag.getValue());
                yield "{}";
            }
            case "runs/create" -> create(parse(request, CreateRun.newBuilder()).build());
            case "runs/search" -> search(parse(request, SearchRuns.newBuilder()).getFilter());
            case "runs/get" -> runs.containsKey(query(request, "run_id"))
                    ? GetRun.Response.newBuilder().setRun(runs.get(query(request, "run_id")).whole()) : null;
            case "runs/log-batch" -> log(parse(request, LogBatch.newBuilder()).build());
            case "runs/log-inputs" -> {
                LogInputs inputs = parse(request, LogInputs.newBuilder()).build();
                if (!runs.containsKey(inputs.getRunId())) {
                    yield null;
                }
                runs.get(inputs.getRunId()).run.getInputsBuilder().clear()
                        .addAllDatasetInputs(inputs.getDatasetsList());
                yield "{}";
            }
            case "runs/delete" -> lifecycle(parse(request, DeleteRun.newBuilder()).getRunId(), "deleted");
            case "runs/restore" -> lifecycle(parse(request, RestoreRun.newBuilder()).getRunId(), "active");
            case "runs/update" -> update(parse(request, UpdateRun.newBuilder()).build());
            case "artifacts/list" -> list(query(request, "run_id"), query(request, "path"));
            case "metrics/get-history" -> {
                if (!runs.containsKey(query(request, "run_id"))) {
                    yield null;
                }
                GetMetricHistory.Response.Builder history = GetMetricHistory.Response.newBuilder();
                runs.get(query(request, "run_id")).metrics.values().stream()
                        .filter(metric -> metric.getKey().equals(query(request, "metric_key")))
                        .forEach(history::addMetrics);
                yield history;
            }
            default -> null;
        };
    }

    private Object create(CreateRun create) {
        FakeRun stored = new FakeRun();
        String id = "r" + ++ids;
        stored.run.getInfoBuilder().setRunId(id).setRunName(create.getRunName()).setStartTime(create.getStartTime())
                .setStatus(RunStatus.RUNNING).setLifecycleStage("active")
                .setArtifactUri(artifactRoot + "/" + id + "/artifacts");
        create.getTagsList().forEach(tag -> stored.tags.put(tag.getKey(), tag.getValue()));
        runs.put(id, stored);
        return CreateRun.Response.newBuilder().setRun(stored.whole());
    }

    private Object search(String filter) {
        SearchRuns.Response.Builder found = SearchRuns.Response.newBuilder();
        runs.values().stream()
                .filter(run -> filter.isEmpty() || Arrays.stream(filter.split(" AND "))
                        .allMatch(part -> run.tags.entrySet().stream().anyMatch(
                                tag -> part.equals("tags.`%s` = '%s'".formatted(tag.getKey(), tag.getValue())))))
                .forEach(run -> found.addRuns(run.whole()));
        return found;
    }

    private Object log(LogBatch batch) {
        FakeRun stored = runs.get(batch.getRunId());
        if (stored == null || !stored.isActive()) {
            return stored == null ? null : INACTIVE;
        }
        batch.getParamsList().forEach(param -> stored.params.put(param.getKey(), param.getValue()));
        batch.getTagsList().forEach(tag -> stored.tags.put(tag.getKey(), tag.getValue()));
        batch.getMetricsList().forEach(m -> stored.metrics.put(
                m.getKey() + m.getStep() + "@" + m.getTimestamp() + m.getValue(), m));
        return "{}";
    }

    private Object update(UpdateRun update) {
        FakeRun stored = runs.get(update.getRunId());
        if (stored == null || !stored.isActive()) {
            return stored == null ? null : INACTIVE;
        }
        stored.run.getInfoBuilder().setStatus(update.getStatus()).setEndTime(update.getEndTime());
        if (!update.getRunName().isEmpty()) {
            stored.run.getInfoBuilder().setRunName(update.getRunName());
        }
        return "{}";
    }

    private Object lifecycle(String id, String stage) {
        runs.get(id).run.getInfoBuilder().setLifecycleStage(stage);
        return "{}";
    }

    private static <B extends Message.Builder> B parse(Request request, B message) throws IOException {
        JsonFormat.parser().merge(request.body(), message);
        return message;
    }

    private ListArtifacts.Response.Builder list(String runId, String directory) throws IOException {
        FakeRun run = runs.get(runId);
        if (run != null && shared != null) {
            run.see(shared);
        }
        return run == null ? null : run.list(directory);
    }

    private static String query(Request request, String name) {
        for (String pair : request.path().replaceFirst("[^?]*\\??", "").split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
