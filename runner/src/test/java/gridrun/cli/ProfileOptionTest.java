package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Artifact;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --profile}, from the command line to the files. */
@Tag("slow")
class ProfileOptionTest {

    @TempDir
    Path directory;

    private Path file;

    /** What a command printed and how it ended. */
    private record Ended(int exit, String out, String err) {
    }

    @BeforeEach
    void experiment() throws IOException {
        file = Files.writeString(directory.resolve("timed.yaml"), """
                name: timed
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {epochs: 3, optimizer: sgd, batch_size: 8}
                sweep: {parameters: {hidden: [[4], [40, 40]]}, seeds: 2}
                tracking: none
                """);
    }

    private Ended run(String results, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(), err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, true);
        List<String> all = new ArrayList<>(List.of(file.toString()));
        all.addAll(List.of(words));
        int exit = Main.run(all, Map.of("GRIDRUN_RESULTS_DIR", directory.resolve(results).toString()), terminal,
                Interruption.watch());
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<Run> runs(String results) {
        try (Store store = Store.open(directory.resolve(results))) {
            return store.runs(store.sweeps("timed").get(0).sweepId());
        }
    }

    private static boolean isProfiled(Run run) {
        return run.artifacts().stream().map(Artifact::path).anyMatch("profile/profile.csv"::equals);
    }

    @Tag("long")
    @Test
    void everyRunThatIsTrained_hasItsFiles_oneIsTold_andTheWeightsAreTheSame() throws IOException {
        Ended plain = run("plain");
        assertFalse(plain.out().contains("profile"), plain::toString);
        assertTrue(runs("plain").stream().noneMatch(ProfileOptionTest::isProfiled));
        Ended timed = run("timed", "--profile");
        assertEquals(0, timed.exit(), timed::toString);
        assertTrue(timed.out().contains("\n4 runs with steps of 2 kinds, each shown by one run:\n"), timed::toString);
        assertTrue(timed.out().contains("\nprofile of hidden=[40, 40] seed="), timed::toString);
        for (String row : List.of("dense_1    matmul ", "optimizer  sgd ", "data       gather ", "loss       metrics ",
                "rest ",
                "step ")) {
            assertTrue(timed.out().contains("\n" + row), row + timed);
        }
        assertTrue(timed.err().contains("timing the steps of hidden=[4] seed="), timed::toString);
        List<Run> runs = runs("timed");
        assertTrue(runs.stream().allMatch(ProfileOptionTest::isProfiled));
        assertEquals(runs("plain").stream().map(run -> run.facts().get(Facts.WEIGHTS_SHA256)).toList(),
                runs.stream().map(run -> run.facts().get(Facts.WEIGHTS_SHA256)).toList());
    }

    @Test
    void runsThatAreDone_areTimedAnew_oneForAllThatTakeTheSameSteps_andTheirRecordStands() {
        run("results", "hidden=[4]", "learning_rate=0.1,0.2");
        List<Run> before = runs("results");
        Ended again = run("results", "hidden=[4]", "learning_rate=0.1,0.2", "--profile", "--quiet");
        assertEquals(0, again.exit(), again::toString);
        assertEquals("", again.err());
        assertTrue(again.out().contains("\nprofile of learning_rate=0.1 seed=0: "), again::toString);
        List<Run> after = runs("results");
        assertEquals(List.of(true, false, false, false), after.stream().map(ProfileOptionTest::isProfiled).toList());
        assertEquals(before.stream().map(Run::summary).toList(), after.stream().map(Run::summary).toList());
        assertEquals(before.stream().map(Run::tags).toList(), after.stream().map(Run::tags).toList());
        assertEquals(before.stream().map(Run::endMs).toList(), after.stream().map(Run::endMs).toList());
    }

    @Test
    void slowSteps_areToldToBe_alsoWhereAllRunsAreDone() throws IOException, InterruptedException {
        run("results", "hidden=[4]", "seeds=1");
        ProcessBuilder again = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dgridrun.kernels=scalar", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), file.toString(), "hidden=[4]", "seeds=1",
                "--profile", "--quiet").redirectOutput(directory.resolve("out").toFile());
        again.environment().put("GRIDRUN_RESULTS_DIR", directory.resolve("results").toString());
        Process process = again.start();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        assertEquals("Training in scalar loops, as -Dgridrun.kernels=scalar asks.\n", told);
    }
}
