package gridrun.data;

import java.util.List;

/**
 * The data that an experiment was planned with are not to be had any more: since then a file was changed, or cannot be
 * read. That is no run's fault, and every run that needs them has to wait for them.
 */
public final class DataLost extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private DataLost(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param why what cannot be read, and how that shows */
    static DataLost unreadable(Exception why) {
        return new DataLost("the data cannot be read any more, and the experiment stops; once they can, the same "
                + "command goes on:\n  " + why.getMessage().indent(2).strip(), why);
    }

    /** @param files those that the data are in, any of which it may be, as messages show them */
    static DataLost changed(List<String> files) {
        String what = files.isEmpty() ? "the data set" : String.join(" or ", files);
        return new DataLost(what + " was changed while the experiment ran, and the experiment "
                + "stops; the same command begins with the data as they are now", null);
    }
}
