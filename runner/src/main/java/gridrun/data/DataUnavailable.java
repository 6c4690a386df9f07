package gridrun.data;

import java.io.IOException;

/** Files of a data set are missing or damaged; the message says which, and what to do. */
public final class DataUnavailable extends IOException {

    private static final long serialVersionUID = 1;

    public DataUnavailable(String message) {
        super(message);
    }

    public DataUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
