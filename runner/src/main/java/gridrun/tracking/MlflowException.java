package gridrun.tracking;

import java.time.Duration;
import java.util.Optional;

/** A request to MLflow that did not succeed, classified by what can be done about it. */
public final class MlflowException extends Exception {

    private static final long serialVersionUID = 1;

    /** What a failed request means. */
    public enum Kind {
        /** The server or the way to it is not well; the same request may succeed later. */
        TRANSIENT,
        /** 400 BAD_REQUEST: usually an exhausted pool or a race, sometimes an item that can never be stored. */
        BUSY,
        /** An internal error of the server: often an item that it cannot digest. */
        UNCLEAR,
        /** Refused for good: an item of the request is not acceptable. */
        REJECTED,
        /** The server does not know the run: its database was replaced. */
        GONE,
        /** The run was deleted or restored meanwhile: by a person, or as a duplicate of another. */
        INACTIVE,
        /** A person deleted it, and so it stays deleted. */
        DELETED,
        /** Credentials or the host name are not accepted, or the address leads elsewhere; nothing can succeed. */
        FORBIDDEN,
        /** What was to be created is there already. */
        EXISTS;

        /** Whether a smaller request may succeed. */
        boolean isAboutAnItem() {
            return this == BUSY || this == UNCLEAR || this == REJECTED;
        }
    }

    private final Kind kind;
    private final transient Duration retryAfter;

    MlflowException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    MlflowException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the server asks to wait. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
