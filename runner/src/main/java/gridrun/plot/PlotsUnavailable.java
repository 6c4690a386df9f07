package gridrun.plot;

/** This Java or this machine cannot draw; the message says in one line what to install. */
public final class PlotsUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    PlotsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
