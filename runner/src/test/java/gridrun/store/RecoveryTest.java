package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not damaged but in the way, or not to be read. */
class RecoveryTest {

    private static final SweepPlan PLAN = Plans.sweep("lr", "0.1", "0.2");

    @TempDir
    Path results;
    private Path weights;

    @BeforeEach
    void record() {
        try (Store store = Store.open(results)) {
            store.plan(PLAN);
            for (PlannedRun planned : PLAN.runs()) {
                Recording run = store.start(planned.runKey(), 1);
                run.artifact("weights.npz", new byte[9]);
                run.finish(Outcome.COMPLETED, 99);
            }
            weights = store.runDirectory(PLAN.runs().get(0).runKey()).resolve("weights.npz");
        }
    }

    @Test
    @DisplayName("a directory in the place of a run's file is moved away, so that the file can be made again")
    void directoryInAFilesPlace_isMovedAside() throws IOException {
        Files.delete(weights);
        Files.createDirectory(weights);
        Files.writeString(weights.resolve("mine.txt"), "mine");
        Recovery.Report report = Recovery.recover(results);
        assertEquals(1, report.kept());
        assertFalse(Files.exists(weights));
        assertTrue(Files.exists(report.aside().resolve(results.relativize(weights)).resolve("mine.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {Store.DATABASE, "weights.npz"})
    @DisplayName("what may not be read is not taken for damaged, and nothing is set aside")
    void fileThatMayNotBeRead_staysWhereItIs(String name) throws IOException {
        Path file = name.equals(Store.DATABASE) ? results.resolve(name) : weights;
        List<Path> before = entries();
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "whoever may read all files, as root may, is denied none");
        StoreException denied = assertThrows(StoreException.class, () -> Recovery.recover(results));
        assertTrue(denied.getMessage().endsWith(name + " cannot be read: permission denied; nothing is set aside"),
                denied.getMessage());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(before, entries());
        assertEquals(2, Recovery.recover(results).kept());
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(results)) {
            return all.sorted().toList();
        }
    }
}
