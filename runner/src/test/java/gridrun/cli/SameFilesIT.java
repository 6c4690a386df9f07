package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run leaves behind is the same to the byte in every time zone and locale and on every JDK, pictures and the
 * report excepted.
 */
@Tag("long")
class SameFilesIT {

    private static final String[] RUNS = {"experiments/lr-sweep.yaml", "tracking=none", "epochs=2", "seeds=1",
        "learning_rate=0.01,0.1", "train.log=[gradient_norm]", "~early_stopping", "~expect"};

    @TempDir
    Path temporary;

    /** The files of runs and sweeps, but what only shows them, as hexadecimal digits by their paths. */
    private static Map<String, String> files(Path results) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String kind : List.of("runs", "sweeps")) {
            try (Stream<Path> all = Files.walk(results.resolve(kind))) {
                for (Path file : all.filter(Files::isRegularFile).filter(file -> !Artifact.isView(file.toString()))
                        .toList()) {
                    files.put(results.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private Map<String, String> filesOf(String name, Path java, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(options));
        Path results = temporary.resolve(name);
        Runner.Ended ended = Runner.in(results).with(command.toArray(String[]::new)).run(RUNS);
        assertEquals(0, ended.exit(), ended::toString);
        return files(results);
    }

    @Test
    void zonesLocalesAndJdks_leaveTheSameFiles() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Map<String, String> usual = filesOf("usual", java);
        assertTrue(usual.keySet().stream().anyMatch(file -> file.endsWith("weights.npz")), usual.keySet()::toString);
        assertTrue(usual.keySet().stream().anyMatch(file -> file.endsWith(".md")), usual.keySet()::toString);
        assertEquals(usual, filesOf("kathmandu", java, "-Duser.timezone=Asia/Kathmandu"));
        assertEquals(usual, filesOf("pago-pago", java, "-Duser.timezone=Pacific/Pago_Pago", "-Duser.language=ar",
                "-Duser.country=EG", "-Duser.extensions=u-nu-arab", "-Dfile.encoding=ISO-8859-1"));
        assertEquals(usual,
                filesOf("istanbul", java, "-Duser.language=tr", "-Duser.country=TR", "-Dline.separator=\r\n"));
        if (Runner.otherJava().isPresent()) {
            assertEquals(usual, filesOf("other-jdk", Runner.otherJava().get()));
        }
    }
}
