package gridrun.trained;

import java.io.IOException;

/** What was trained earlier cannot be used again; the message says why, and what to do. */
public final class Unusable extends IOException {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
