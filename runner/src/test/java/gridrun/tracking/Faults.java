package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What a proxy on the way to a server does to a request. */
enum Faults {

    DELAYS {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            sleep(100);
            return false;
        }
    },
    CUTS_BEFORE_THE_SERVER_ACTS {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) {
            return true;
        }
    },
    CUTS_AFTER_THE_SERVER_ACTED {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            server.execute(request);
            return true;
        }
    },
    ACTS_LATE {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            CompletableFuture.delayedExecutor(server.lateMs(), TimeUnit.MILLISECONDS)
                    .execute(() -> server.executeLate(request));
            exchange.sendResponseHeaders(502, -1);
            return true;
        }
    },
    ANSWERS_429 {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
            return true;
        }
    },
    ANSWERS_503_AFTER_THE_SERVER_ACTED {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            server.execute(request);
            exchange.sendResponseHeaders(503, -1);
            return true;
        }
    },
    TRUNCATES {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            server.execute(request);
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"run\": {".getBytes(StandardCharsets.US_ASCII));
            return true;
        }
    },
    DRIPS {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            server.execute(request);
            exchange.sendResponseHeaders(200, 0);
            while (!server.isClosed()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleep(20);
            }
            return true;
        }
    },
    NEVER_ENDS {
        @Override
        boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException {
            server.execute(request);
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 16];
            while (!server.isClosed()) {
                exchange.getResponseBody().write(blanks);
            }
            return true;
        }
    };

    /** Returns whether the request is dealt with. */
    abstract boolean happens(Upstream server, Request request, HttpExchange exchange) throws IOException;

    /** Happens to each altering request of that path the first time that it is made. */
    Trouble once(Upstream server, String path) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return (request, exchange) -> request.alters() && request.path().contains(path)
                && seen.add(request.path() + request.body()) && happens(server, request, exchange);
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is closed", e);
        }
    }
}
