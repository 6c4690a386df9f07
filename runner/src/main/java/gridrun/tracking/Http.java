package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests with a deadline that covers everything, from the connection to the answer's last byte. */
final class Http {

    private final String server;
    private final Timing timing;
    private final HttpClient client;
    private final Optional<String> authorization;

    /**
     * @param server such as {@code http://127.0.0.1:5000}, without a slash at its end
     * @param environment where the credentials are looked for, under MLflow's own names
     */
    Http(String server, Timing timing, Map<String, String> environment) {
        this.server = server;
        this.timing = timing;
        this.authorization = authorization(environment);
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timing.connect()).build();
    }

    String server() {
        return server;
    }

    String get(String path) throws MlflowException, InterruptedException {
        return send(request(path).GET(), timing.request());
    }

    String post(String path, String json) throws MlflowException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
                timing.request());
    }

    void put(String path, byte[] content) throws MlflowException, InterruptedException {
        Duration deadline = timing.request().plusSeconds(content.length / 1_000_000);
        send(request(path).PUT(BodyPublishers.ofByteArray(content)), deadline);
    }

    void delete(String path) throws MlflowException, InterruptedException {
        send(request(path).DELETE(), timing.request());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** The client's own timeout ends with the answer's headers; a body that drips would hang for ever. */
    private String send(HttpRequest.Builder request, Duration deadline) throws MlflowException, InterruptedException {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw Answers.failure(answer);
            }
            return answer.body();
        } catch (TimeoutException e) {
            throw new MlflowException(Kind.TRANSIENT,
                    "%s gave no answer within %d s".formatted(server, deadline.toSeconds()), null, e);
        } catch (ExecutionException e) {
            throw new MlflowException(Kind.TRANSIENT, unreachable(e.getCause()), null, e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    private String unreachable(Throwable cause) {
        if (cause instanceof ConnectException) {
            return server + " cannot be reached";
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "the connection to %s broke: %s".formatted(server, reason);
    }

    private static Optional<String> authorization(Map<String, String> environment) {
        String user = environment.get("MLFLOW_TRACKING_USERNAME");
        String password = environment.get("MLFLOW_TRACKING_PASSWORD");
        if (user != null && password != null) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return Optional.ofNullable(environment.get("MLFLOW_TRACKING_TOKEN")).map(token -> "Bearer " + token);
    }
}
