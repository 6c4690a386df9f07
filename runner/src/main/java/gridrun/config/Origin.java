package gridrun.config;

import gridrun.text.Visible;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a key or a value was written.
 *
 * @param source the file as the user named it, or {@link #COMMAND_LINE}
 * @param line from 1; 0 for a file as a whole
 * @param column from 1, in code points; 0 where it is not known
 * @param width of the token on its first line, in code points
 * @param text the whole line, or the argument of the command line; empty where it is not at hand
 * @param call tells calls of a Java program apart, which may share a line; 0 for whatever has its own column
 */
public record Origin(String source, int line, int column, int width, String text, long call) {

    /** The source of what was given as an argument. */
    public static final String COMMAND_LINE = "command line";

    /** The origin of what nobody wrote. */
    public static final Origin DEFAULT = new Origin("default", 0, 0, 0, "");

    private static final AtomicLong CALLS = new AtomicLong();

    /** A place in a file. */
    public Origin(String source, int line, int column, int width, String text) {
        this(source, line, column, width, text, 0);
    }

    /** A file as a whole. */
    public static Origin file(String source) {
        return new Origin(source, 0, 0, 0, "");
    }

    /** Part of an argument, from {@code column}, which counts from 1. */
    public static Origin argument(String argument, int column, int width) {
        return new Origin(COMMAND_LINE, 0, column, width, argument);
    }

    /**
     * A call in a Java program. Its column is where a person would look, so that it is shown and not named.
     *
     * @param column from 1; 0 where it is not known
     * @param text the line of the source; empty where that is not at hand
     */
    public static Origin call(String source, int line, int column, int width, String text) {
        return new Origin(source, line, column, width, text, CALLS.incrementAndGet());
    }

    /** Whether a Java program says it, not a file or the command line. */
    public boolean isCall() {
        return call > 0;
    }

    boolean hasExcerpt() {
        return column > 0 || !text.isEmpty();
    }

    @Override
    public String toString() {
        String shown = Visible.line(source);
        return line == 0 ? shown : shown + ":" + line + (isCall() ? "" : ":" + column);
    }
}
