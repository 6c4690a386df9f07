package gridrun.experiment;

import java.util.List;

/**
 * How a file is to be read.
 *
 * @param overrides {@code key=value}, {@code key=a,b}, {@code ~key}, from the command line
 * @param smoke whether to apply the file's smoke settings
 * @param sweep whether to vary what the file varies; without, its base run alone
 */
public record Request(List<String> overrides, boolean smoke, boolean sweep) {

    /** The file as it is. */
    public static final Request PLAIN = new Request(List.of(), false, true);

    public Request {
        overrides = List.copyOf(overrides);
    }
}
