package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import gridrun.tracking.FakeMlflow.Request;
import gridrun.tracking.FakeMlflow.Trouble;
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
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            sleep(100);
            return false;
        }
    },
    CUTS_BEFORE_THE_SERVER_ACTS {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) {
            return true;
        }
    },
    CUTS_AFTER_THE_SERVER_ACTED {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            mlflow.execute(request);
            return true;
        }
    },
    ACTS_LATE {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> mlflow.executeLate(request));
            exchange.sendResponseHeaders(502, -1);
            return true;
        }
    },
    ANSWERS_429 {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
            return true;
        }
    },
    ANSWERS_503_AFTER_THE_SERVER_ACTED {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            mlflow.execute(request);
            exchange.sendResponseHeaders(503, -1);
            return true;
        }
    },
    TRUNCATES {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            mlflow.execute(request);
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"run\": {".getBytes(StandardCharsets.US_ASCII));
            return true;
        }
    },
    DRIPS {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            mlflow.execute(request);
            exchange.sendResponseHeaders(200, 0);
            while (mlflow.closed.getCount() > 0) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleep(20);
            }
            return true;
        }
    },
    NEVER_ENDS {
        @Override
        boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException {
            mlflow.execute(request);
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 16];
            while (mlflow.closed.getCount() > 0) {
                exchange.getResponseBody().write(blanks);
            }
            return true;
        }
    };

    /** Returns whether the request is dealt with. */
    abstract boolean happens(FakeMlflow mlflow, Request request, HttpExchange exchange) throws IOException;

    /** Happens to each altering request of that path the first time that it is made. */
    Trouble once(FakeMlflow mlflow, String path) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return (request, exchange) -> request.alters() && request.path().contains(path)
                && seen.add(request.path() + request.body()) && happens(mlflow, request, exchange);
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
