package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of results that were deleted are missed, and made again where that is asked for. */
class LostFilesTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... options) throws IOException {
        told.reset();
        Path file = Files.writeString(directory.resolve("two.yaml"), """
                name: two
                tracking: none
                data: {moons: {samples: 60}}
                model: {mlp: {hidden: [4]}}
                train: {epochs: 2}
                sweep: {seeds: 2}
                """);
        List<String> words =
                new ArrayList<>(List.of(file.toString(), "--results-dir", directory.resolve("results").toString()));
        words.addAll(List.of(options));
        return main(words);
    }

    private int main(List<String> words) {
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return Main.run(words, Map.of(), new Terminal(stream, stream, false, 80, true), new Interruption());
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aDeletedFile_isMissed_andMadeAgain() throws IOException {
        assertEquals(Exit.DONE, run(), told());
        Path weights;
        try (Store store = Store.open(directory.resolve("results"))) {
            Run run = store.runs(store.sweeps().get(0).sweepId()).get(1);
            weights = store.runDirectory(run.runKey()).resolve("weights.npz");
        }
        byte[] before = Files.readAllBytes(weights);
        Files.delete(weights);
        assertEquals(Exit.RUN_FAILED, run(), told());
        assertTrue(told().contains("2 done, 0 to do"), told());
        assertTrue(told().contains("gone or cut short of seed=1 (%s".formatted(weights.getParent().getFileName())
                .substring(0, 40)), told());
        assertTrue(told().contains("): weights.npz\n--retry-failed trains again whatever lacks files\n"), told());
        assertEquals(Exit.DONE, run("--retry-failed"), told());
        assertTrue(told().contains("1 done, 1 to do"), told());
        assertEquals(Arrays.toString(before), Arrays.toString(Files.readAllBytes(weights)));
        assertEquals(Exit.DONE, run(), told());
    }

    @Test
    void picturesThatLackWhatTheyAreDrawnOf_areNoSuccess() throws IOException {
        assertEquals(Exit.DONE, run("plots=none"), told());
        try (Store store = Store.open(directory.resolve("results"))) {
            for (Run run : store.runs(store.sweeps().get(0).sweepId())) {
                Files.delete(store.runDirectory(run.runKey()).resolve("weights.npz"));
            }
        }
        told.reset();
        List<String> words = List.of("results", "two", "--plots", "--results-dir",
                directory.resolve("results").toString());
        assertEquals(Exit.RUN_FAILED, main(words), told());
        assertTrue(told().contains("weights.npz: no such file or directory\n"), told());
        assertTrue(told().contains("drawn: the pictures of 0 of 2 runs that lacked them"), told());
        assertTrue(told().contains("the experiment's command with --retry-failed trains again whatever lacks files\n"),
                told());
        assertEquals(Exit.DONE, run("--retry-failed", "plots=none"), told());
        assertEquals(Exit.DONE, main(words), told());
    }

    @Test
    void aDeletedPicture_isDrawnAgain_andNothingIsTrained() throws IOException {
        assertEquals(Exit.DONE, run("plots=all"), told());
        List<Path> pictures = new ArrayList<>();
        try (Store store = Store.open(directory.resolve("results"))) {
            Sweep sweep = store.sweeps().get(0);
            Run run = store.runs(sweep.sweepId()).get(1);
            pictures.add(store.runDirectory(run.runKey()).resolve("decision_boundary.png"));
            pictures.add(store.sweepDirectory(sweep).resolve("curves.png"));
        }
        for (String retry : List.of("--jobs=1", "--retry-failed")) {
            for (Path picture : pictures) {
                Files.delete(picture);
            }
            assertEquals(Exit.DONE, run("plots=all", retry), told());
            assertTrue(told().contains("2 done, 0 to do"), told());
            assertTrue(pictures.stream().allMatch(Files::exists), told());
        }
        Files.delete(pictures.get(0));
        assertEquals(Exit.DONE, run("plots=none"), told());
        assertFalse(Files.exists(pictures.get(0)), told());
    }
}
