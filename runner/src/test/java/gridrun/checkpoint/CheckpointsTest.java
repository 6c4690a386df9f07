package gridrun.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.archive.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final String KEY = "a".repeat(64);
    private static final String LINEAGE = "b".repeat(64);

    @TempDir
    Path results;

    private final List<String> warnings = new ArrayList<>();
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        checkpoints = new Checkpoints(results);
    }

    private static Checkpoint after(int epochs, String version) {
        return new Checkpoint(KEY, version, Collections.nCopies(epochs, new Checkpoint.Epoch(1, 1, Map.of())), 0, 0,
                Snapshot.take(archive -> archive.whole("steps", epochs)));
    }

    private static RunIdentity run(int epochs, String version) {
        return new RunIdentity("moons", KEY, LINEAGE, version, epochs);
    }

    private int latest(RunIdentity run) {
        return checkpoints.latest(run, warnings::add).map(found -> found.epochs().size()).orElse(-1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(results.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void run_goesOnFromItsOwnCheckpoint_orFromTheEndOfAShorterRun() throws IOException {
        assertEquals(-1, latest(run(9, "data 1")));
        checkpoints.writeEnd(after(5, "data 1"), run(5, "data 1"));
        assertEquals(5, latest(run(9, "data 1")));
        assertEquals(-1, latest(run(4, "data 1")), "a shorter run cannot");
        checkpoints.write(after(7, "data 1"));
        assertEquals(7, latest(run(9, "data 1")));
        assertEquals(List.of(), warnings);
    }

    @Test
    void end_ofALongerRun_stays() throws IOException {
        checkpoints.writeEnd(after(8, "data 1"), run(8, "data 1"));
        checkpoints.writeEnd(after(5, "data 1"), run(5, "data 1"));
        assertEquals(8, latest(run(9, "data 1")));
    }

    @Test
    void checkpoint_ofOtherDataOrAnotherVersion_isRefusedWithAWord() throws IOException {
        checkpoints.write(after(7, "data 1"));
        Path file = results.resolve("checkpoints").resolve(KEY.substring(0, 16) + ".checkpoint");
        RunIdentity changed = new RunIdentity("moons", "a".repeat(16) + "c".repeat(48), null, "data 2", 9);
        assertEquals(-1, latest(changed));
        assertEquals(List.of("moons: the checkpoint " + file + " is of other data or another version and is not used"),
                warnings);
    }

    @Test
    void prune_deletesTheCheckpointsOfThoseRuns_andNoEnds() throws IOException {
        checkpoints.prune(List.of(KEY));
        checkpoints.write(after(7, "data 1"));
        checkpoints.writeEnd(after(5, "data 1"), run(5, "data 1"));
        checkpoints.prune(List.of("d".repeat(64)));
        assertEquals(2, files().size());
        checkpoints.prune(List.of(KEY));
        assertTrue(files().get(0).endsWith(".end") && files().size() == 1, () -> warnings.toString());
    }

    @Test
    void prune_afterAKillInTheMiddleOfAFile_deletesTheHalfOfIt() throws Exception {
        checkpoints.write(after(7, "data 1"));
        Process ended = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version").start();
        ended.waitFor();
        Path half = results.resolve("checkpoints/.x.checkpoint.%d-1.tmp".formatted(ended.pid()));
        Path written = results.resolve("checkpoints/.x.checkpoint.%d-1.tmp".formatted(ProcessHandle.current().pid()));
        Files.createFile(half);
        Files.createFile(written);
        checkpoints.prune(List.of());
        assertTrue(Files.notExists(half) && Files.exists(written), "a living process is still writing");
    }
}
