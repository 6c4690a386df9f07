package gridrun.tracking;

/** There is no MLflow server to publish to; the message says why, in one line fit for a user. */
public final class ServerUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    ServerUnavailable(String message) {
        super(message);
    }

    ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
