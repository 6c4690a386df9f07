package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command one of whose files loses its data. */
class LostDataCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    /** Takes what the command prints, and changes the data once the first run has ended. */
    private final class Disturbing extends OutputStream {

        private boolean changed;

        @Override
        public void write(int b) {
            told.write(b);
            if (!changed && b == '\n' && told().contains("1/12  seed=")) {
                changed = true;
                writeRows(50);
            }
        }
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private void writeRows(int rows) {
        try {
            Files.writeString(directory.resolve("d.csv"), IntStream.range(0, rows)
                    .mapToObj(i -> "%d,%s%n".formatted(i % 9, i % 2 == 0 ? "no" : "yes"))
                    .collect(Collectors.joining("", "x,y\n", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(String name, String data, int seeds) throws IOException {
        return Files.writeString(directory.resolve(name + ".yaml"), """
                name: %s
                tracking: none
                plots: none
                data: %s
                model: {hidden: [4]}
                train: {epochs: 3}
                sweep: {seeds: %d}
                expect: ["best.val_accuracy >= 0"]
                """.formatted(name, data, seeds)).toString();
    }

    @Test
    @DisplayName("data that are lost cost neither what was trained, nor the files that follow, nor the JUnit file")
    void lostData_endOneFileAlone() throws IOException {
        writeRows(40);
        String lost = write("lost", "{type: csv, path: d.csv, validation: 0.2}", 12);
        String other = write("other", "{moons: {samples: 60}}", 2);
        Path xml = directory.resolve("junit.xml");
        PrintStream stream = new PrintStream(new Disturbing(), true, StandardCharsets.UTF_8);
        assertEquals(Exit.RUN_FAILED, Main.run(
                List.of(lost, other, "--jobs", "1", "--junit", xml.toString(), "--results-dir",
                        directory.resolve("results").toString()),
                Map.of(), new Terminal(stream, stream, false, 80, true), new Interruption()), told());
        assertTrue(told().contains("lost.yaml: "), told());
        assertTrue(told().matches("(?s).*d\\.csv was changed while the experiment ran, .*\\b[1-9]\\d? of 12 runs have "
                + "ended\n.*"), told());
        assertTrue(told().matches("(?s).*\\b2/2  seed=[01]  completed.*"), told());
        String suites = Files.readString(xml);
        assertTrue(suites.contains("<testcase classname=\"lost.data\" name=\"data\" time=\"0.000\"><error message=\""),
                suites);
        assertTrue(suites.contains("<testsuite name=\"other\" tests=\"3\" failures=\"0\" errors=\"0\""), suites);
        assertTrue(suites.contains("<skipped message=\"the data were lost\">"), suites);
    }
}
