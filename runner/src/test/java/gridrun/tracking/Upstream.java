package gridrun.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What executes requests: a server, in memory or a real one behind a proxy. */
interface Upstream {

    /** Executes a request and gives no answer. */
    void execute(Request request) throws IOException;

    /** As {@link #execute}, when nobody is there any more who could be told of an error. */
    default void executeLate(Request request) {
        try {
            execute(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nobody waits for an answer any more. */
    boolean isClosed();

    /** How long after its answer a late server acts. */
    long lateMs();
}
