package gridrun.config;

import gridrun.text.Visible;

/**
 * Where a key or a value was written.
 *
 * @param source the file as the user named it, or {@link #COMMAND_LINE}
 * @param line from 1; 0 for a file as a whole
 * @param column from 1, in code points
 * @param width of the token on its first line, in code points
 * @param text the whole line, or the argument of the command line
 */
public record Origin(String source, int line, int column, int width, String text) {

    /** The source of what was given as an argument. */
    public static final String COMMAND_LINE = "command line";

    /** The origin of what nobody wrote. */
    public static final Origin DEFAULT = new Origin("default", 0, 0, 0, "");

    /** A file as a whole. */
    public static Origin file(String source) {
        return new Origin(source, 0, 0, 0, "");
    }

    /** Part of an argument, from {@code column}, which counts from 1. */
    public static Origin argument(String argument, int column, int width) {
        return new Origin(COMMAND_LINE, 0, column, width, argument);
    }

    boolean hasExcerpt() {
        return column > 0;
    }

    @Override
    public String toString() {
        String shown = Visible.line(source);
        return line == 0 ? shown : shown + ":" + line + ":" + column;
    }
}
