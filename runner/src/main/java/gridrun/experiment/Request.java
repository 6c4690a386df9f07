package gridrun.experiment;

import java.util.List;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param overrides {@code key=value}, {@code key=a,b}, {@code ~key}, from the command line
 * @param smoke whether to apply the file's smoke settings
 * @param sweep whether to vary what the file varies; without, its base run alone
 * @param environment of the variables that tags may name; null where nothing is to be trained, so that none need be set
 */
public record Request(List<String> overrides, boolean smoke, boolean sweep, Map<String, String> environment) {

    /** The file as it is. */
    public static final Request PLAIN = new Request(List.of(), false, true);

    /** For whoever wants to know a file, and trains nothing. */
    public Request(List<String> overrides, boolean smoke, boolean sweep) {
        this(overrides, smoke, sweep, null);
    }

    public Request {
        overrides = List.copyOf(overrides);
    }

    /** Whether the file is read as it is. */
    boolean isPlain() {
        return overrides.isEmpty() && !smoke && sweep;
    }
}
