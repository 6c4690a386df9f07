package gridrun.tracking;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What goes wrong with a request. */
interface Trouble {
    /** Whether this was the answer; otherwise the request is handled as usual. */
    boolean happens(Request request, HttpExchange exchange) throws IOException;
}
