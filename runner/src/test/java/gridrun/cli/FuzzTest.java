package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.trial.Trials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are wrong by chance are told from right ones, by a process that has 256 MiB. */
@Tag("slow")
@Tag("trial")
class FuzzTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"EXPERIMENTS, 200, 15000", "CSV, 100, 7500", "IDX, 25, 1875", "IDX_GZ, 25, 1875", "NPZ, 50, 3750"})
    void files_areRefusedOrRight(Fuzz.Kind kind, int few, int all) throws IOException, InterruptedException {
        Process fuzz = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Fuzz.class.getName(), kind.name(), String.valueOf(Trials.times(few, all)), directory.toString()))
                .redirectErrorStream(true).start();
        String told = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, fuzz.waitFor(), told);
        Trials.tell("fuzz", "%s", told.strip());
    }
}
