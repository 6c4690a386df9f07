package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A request as a server or a proxy got it. */
record Request(String method, String path, String type, byte[] content) {

    static Request of(HttpExchange exchange) throws IOException {
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"), exchange.getRequestBody().readAllBytes());
    }

    String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    boolean alters() {
        return method.equals("PUT") || path.contains("/create") || path.contains("/log-")
                || path.contains("/update") || path.contains("/set-");
    }
}
