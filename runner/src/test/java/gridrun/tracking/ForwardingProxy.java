package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy before a real server, below a path of its own, with troubles on demand. */
final class ForwardingProxy implements Upstream, AutoCloseable {

    static final String PREFIX = "/team/mlflow";

    /** As a proxy that gave up waiting, and a server that did not. */
    private static final long LATE_MS = 4_000;

    /** Sees requests with the answers to them. */
    interface Witness {
        void sees(Request request, byte[] answer);
    }

    final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private volatile boolean closed;

    ForwardingProxy(String server) throws IOException {
        this.server = server;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext(PREFIX, this::handle);
        http.start();
    }

    /** Lets in nobody but who has the right header. */
    ForwardingProxy admitting(String authorization) {
        troubles.add((request, exchange) -> {
            if (authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return false;
            }
            exchange.sendResponseHeaders(401, -1);
            return true;
        });
        return this;
    }

    String authority() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    String uri() {
        return "http://" + authority() + PREFIX;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long lateMs() {
        return LATE_MS;
    }

    @Override
    public void execute(Request request) throws IOException {
        forward(request);
    }

    @Override
    public void close() {
        closed = true;
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Request request = Request.of(exchange);
            for (Trouble trouble : troubles) {
                if (trouble.happens(request, exchange)) {
                    return;
                }
            }
            HttpResponse<byte[]> answer = forward(request);
            witnesses.forEach(witness -> witness.sees(request, answer.body()));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } finally {
            exchange.close();
        }
    }

    private HttpResponse<byte[]> forward(Request request) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                URI.create(server + request.path().substring(PREFIX.length())))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.content()));
        if (request.type() != null) {
            forwarded.header("Content-Type", request.type());
        }
        try {
            return client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the proxy is closed", e);
        }
    }
}
