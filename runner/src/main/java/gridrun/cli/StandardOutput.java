package gridrun.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/** Standard output that knows why it could not be written; a {@link PrintStream} knows only that. */
final class StandardOutput extends PrintStream {

    private final Watched watched;

    StandardOutput(OutputStream stream, Charset charset) {
        this(new Watched(stream), charset);
    }

    private StandardOutput(Watched watched, Charset charset) {
        super(watched, true, charset);
        this.watched = watched;
    }

    /** Why the first write failed that did; null where none did. */
    String failure() {
        return watched.failure;
    }

    /** Whether nobody reads any more. */
    boolean isClosedPipe() {
        // What write(2) says by EPIPE; Java hands on nothing but the words.
        return watched.failure != null && watched.failure.toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    private static final class Watched extends FilterOutputStream {

        private volatile String failure;

        Watched(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = failure == null ? String.valueOf(e.getMessage()) : failure;
                throw e;
            }
        }
    }
}
