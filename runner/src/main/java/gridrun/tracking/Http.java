package gridrun.tracking;

import gridrun.http.BoundedBody;
import gridrun.tracking.MlflowException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests with a deadline that covers everything, from the connection to the answer's last byte, and with a bound for
 * the answer's length. The JDK bounds that of its headers.
 */
final class Http {

    /** Room for a page of runs with everything they have; in a small heap a share that its threads can afford. */
    static final long LIMIT = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 32);

    private final String server;
    private final Timing timing;
    private final HttpClient client;
    private final Access access;

    /** @param server such as {@code http://127.0.0.1:5000}, without a slash at its end */
    Http(String server, Access access, Timing timing) {
        this.server = server;
        this.timing = timing;
        this.access = access;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timing.connect());
        access.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
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
        access.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** The client's own timeout ends with the answer's headers; a body that drips would hang for ever. */
    private String send(HttpRequest.Builder request, Duration deadline) throws MlflowException, InterruptedException {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request.build(), BoundedBody.of(BodyHandlers.ofString(), LIMIT));
        try {
            HttpResponse<String> answer = future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw ResponseMeaning.failure(answer, access);
            }
            return answer.body();
        } catch (TimeoutException e) {
            throw new MlflowException(Kind.TRANSIENT,
                    "%s gave no answer within %d s".formatted(server, deadline.toSeconds()), null, e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    private MlflowException failure(Throwable cause) {
        if (cause instanceof ConnectException) {
            return new MlflowException(Kind.TRANSIENT, server + " cannot be reached", null, cause);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Optional<String> tls = server.startsWith("https:") ? aboutTls(reason) : Optional.empty();
        return tls.isPresent() ? new MlflowException(Kind.FORBIDDEN, tls.get(), null, cause)
                : new MlflowException(Kind.TRANSIENT,
                        "the connection to %s broke: %s".formatted(server, access.redacted(reason)), null, cause);
    }

    /** What will not pass: who is on the other side, or whom it wants to see. The JDK says it in words alone. */
    private Optional<String> aboutTls(String reason) {
        if (reason.contains("certificate_required") || reason.contains("bad_certificate")) {
            return Optional.of("%s does not accept our certificate (%s); %s names a file with one and its key"
                    .formatted(server, reason, Tls.CLIENT_CERT));
        }
        if (reason.contains("PKIX") || reason.contains("No subject alternative") || reason.contains("No name matching")
                || reason.contains("validity check")) {
            return Optional.of("the certificate of %s is not trusted (%s); %s names a file with that of its authority"
                    .formatted(server, reason, Tls.SERVER_CERT));
        }
        return reason.contains("SSL message")
                ? Optional.of(server + " does not speak TLS; its address may begin with http://") : Optional.empty();
    }
}
