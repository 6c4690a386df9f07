package gridrun.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gridrun.store.Store;
import gridrun.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves a sweep's page to this machine, and tells browsers when it has changed, by server-sent events (WHATWG, HTML
 * Living Standard, section 9.2).
 *
 * <p>It listens on the loopback address alone, and answers only who asks for it by that: a page from elsewhere whose
 * name was made to lead here learns nothing.
 */
public final class WatchServer implements AutoCloseable {

    private static final long HEARTBEAT_MS = 15_000;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final WatchedPage page;
    private final Set<String> hosts;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread made = new Thread(work, "watch");
        made.setDaemon(true);
        return made;
    });

    private WatchServer(HttpServer server, WatchedPage page) {
        this.server = server;
        this.page = page;
        int port = server.getAddress().getPort();
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /**
     * Starts it.
     *
     * @param store only read
     * @param port to listen on; 0 for one that is free
     * @throws IOException if the port is taken
     */
    public static WatchServer start(Store store, String sweepId, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        WatchServer watch = new WatchServer(server, new WatchedPage(store, sweepId));
        server.createContext("/", watch::answer);
        server.setExecutor(watch.threads);
        server.start();
        return watch;
    }

    /** Where a browser finds it. */
    public URI uri() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                send(exchange, 403, TEXT, utf8("Ask for " + uri()));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, TEXT, utf8("This server is only read."));
            } else if (path.equals("/")) {
                page(exchange);
            } else if (path.equals("/events")) {
                events(exchange);
            } else {
                send(exchange, 404, TEXT, utf8("There is " + uri() + " alone."));
            }
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        try {
            send(exchange, 200, "text/html; charset=utf-8", page.bytes());
        } catch (StoreException e) {
            send(exchange, 500, TEXT, utf8(e.getMessage()));
        }
    }

    /** Tells of a change at once when a browser connects, as it may have missed some, and then of each. */
    private void events(HttpExchange exchange) throws IOException {
        headers(exchange, "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        Long told = null;
        long quietMs = 0;
        do {
            long now = page.version();
            boolean changed = told == null || told != now;
            if (changed || quietMs >= HEARTBEAT_MS) {
                out.write(utf8(changed ? "event: changed\ndata: %d\n\n".formatted(now) : ":\n\n"));
                out.flush();
                told = now;
                quietMs = 0;
            }
            quietMs += page.pauseMs();
        } while (!isClosed(page.pauseMs()));
    }

    private boolean isClosed(long afterMs) {
        try {
            return closed.await(afterMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true; // nobody interrupts it but to end
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        headers(exchange, type);
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    private static void headers(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
