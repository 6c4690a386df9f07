package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(OutputStream out, String... words) {
        Terminal terminal = new Terminal(new StandardOutput(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, true);
        return Main.run(List.of(words), Map.of(), terminal, new Interruption());
    }

    @Test
    void aFullDisk_isToldInASentence_andTheCodeIsNot0() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertEquals(Exit.RUN_FAILED, run(full, "list", "layers"));
        }
        assertEquals("standard output cannot be written: No space left on device\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aClosedPipe_endsQuietlyAsSigpipeWould() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        try (OutputStream sink = Channels.newOutputStream(pipe.sink())) {
            assertEquals(Exit.PIPE_CLOSED, run(sink, "--help"));
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void otherMistakes_areToldWithTheirOwnCode() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertEquals(Exit.BAD_INPUT, run(full, "list", "nothing-of-that-name"));
        }
    }

    @Test
    void whatCanBePrinted_is() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(Exit.DONE, run(out, "list"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(true, out.size() > 0);
    }
}
