package gridrun.cli;

import gridrun.report.Report;
import gridrun.text.Visible;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a person, or a log, reads what happens.
 *
 * @param out results
 * @param err errors and progress
 * @param interactive whether a person looks at a terminal, so that lines may be redrawn
 * @param width columns
 * @param unicode whether more than ASCII can be shown
 */
record Terminal(PlainText out, PlainText err, boolean interactive, int width, boolean unicode) {

    private static final String ERASE_LINE = "\r\033[K";

    Terminal(PrintStream out, PrintStream err, boolean interactive, int width, boolean unicode) {
        this(new PlainText(out), new PlainText(err), interactive, width, unicode);
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        // On 22 to 24 a console may exist without a terminal; the built-in one exists only with one.
        System.setProperty("jdk.console", "java.base");
        boolean interactive = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        Charset charset = charset();
        return new Terminal(
                new StandardOutput(new FileOutputStream(FileDescriptor.out), charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                interactive, interactive ? measuredWidth() : Report.WIDTH, Report.isUnicode(charset));
    }

    private static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty).filter(name -> name != null && !name.isEmpty()).findFirst()
                .map(Terminal::charset).orElse(Charset.defaultCharset());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }

    /** Asks the terminal through {@code stty}, which every Unix has; 80 columns where it cannot be asked. */
    private static int measuredWidth() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return Report.WIDTH;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String[] size =
                    new String(stty.getInputStream().readAllBytes(), Charset.defaultCharset()).trim().split(" ");
            stty.waitFor(1, TimeUnit.SECONDS);
            return size.length == 2 && size[1].matches("[1-9][0-9]{1,4}") ? Integer.parseInt(size[1]) : Report.WIDTH;
        } catch (IOException e) {
            return Report.WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Report.WIDTH;
        }
    }

    /** The columns that a table may have: off a terminal nobody turns a line's end, and nothing is cut. */
    int tableWidth() {
        return interactive ? width : Integer.MAX_VALUE;
    }

    /** Tells it where results could not be printed; returns the exit code of that. */
    int endOfOutput() {
        if (!(out.drawing() instanceof StandardOutput standard) || !standard.checkError()) {
            return Exit.DONE;
        }
        if (standard.isClosedPipe()) {
            return Exit.PIPE_CLOSED;
        }
        err.println("standard output cannot be written: " + standard.failure());
        return Exit.RUN_FAILED;
    }

    /** A directory as it is shown: from the working directory if it is below that. */
    static Path shown(Path directory) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = directory.toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** Empties the line that a person looks at. */
    void eraseLine() {
        err.drawing().print(ERASE_LINE);
        err.flush();
    }

    /** Shows a text in the place of the line that a person looks at. */
    void redrawLine(String text) {
        err.drawing().print(ERASE_LINE + Visible.line(text));
        err.flush();
    }

    /** The text where it can be shown, else its replacement in ASCII. */
    String sign(String text, String ascii) {
        return unicode ? text : ascii;
    }
}
