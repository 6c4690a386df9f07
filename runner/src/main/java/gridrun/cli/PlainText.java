package gridrun.cli;

import gridrun.text.Visible;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream on which nothing printed can steer the terminal, whatever file, name, value or server it comes from.
 *
 * <p>All that is printed passes one of these methods. What Gridrun itself draws with goes to {@link #drawing()}.
 */
final class PlainText extends PrintStream {

    private final PrintStream inner;

    PlainText(PrintStream inner) {
        // The charset encodes ends of lines alone: all else is encoded within.
        super(inner, true, StandardCharsets.US_ASCII);
        this.inner = inner;
    }

    /** The same stream for sequences that steer the terminal. */
    PrintStream drawing() {
        return inner;
    }

    @Override
    public void print(String text) {
        inner.print(Visible.text(String.valueOf(text)));
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(char c) {
        print(String.valueOf(c));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }
}
