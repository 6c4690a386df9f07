package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.cli.Runner.Ended;
import gridrun.trial.Content;
import gridrun.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results on disks that are full, have no inodes left, or can only be read; without the right to mount some, nothing is
 * tested.
 */
class MountedResultsIT {

    private static final int DISKS = Trials.times(1, 10);
    private static final String[] SWEEP =
            {"experiments/lr-sweep.yaml", "tracking=none", "epochs=12", "seeds=2", "~early_stopping", "~expect"};

    @TempDir
    static Path temporary;
    private static Content undisturbed;

    private final Path mount = temporary.resolve("mount");

    @BeforeAll
    static void reference() throws Exception {
        Runner runner = Runner.in(temporary.resolve("reference"));
        Ended ended = runner.run(SWEEP);
        assertEquals(0, ended.exit(), ended::toString);
        undisturbed = Content.ofStore(temporary.resolve("reference"), "lr-sweep");
    }

    @AfterEach
    void unmount() throws Exception {
        if (Files.isDirectory(mount)) {
            system("umount", mount.toString());
        }
    }

    private static int system(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start().waitFor();
    }

    private void mount(String... options) throws IOException, InterruptedException {
        Files.createDirectories(mount);
        String[] command = Stream.of(List.of("mount"), Arrays.asList(options), List.of(mount.toString()))
                .flatMap(List::stream).toArray(String[]::new);
        assumeTrue(system(command) == 0, "this user may not mount anything");
    }

    /** On a disk that is too small the command says so; once there is room the same command does the rest. */
    private void fill(String small) throws Exception {
        mount("-t", "tmpfs", "-o", small, "tmpfs");
        Runner runner = Runner.in(temporary.resolve("streams"));
        String[] there = Arrays.copyOf(SWEEP, SWEEP.length + 2);
        there[SWEEP.length] = "--results-dir";
        there[SWEEP.length + 1] = mount.resolve("results").toString();
        Ended full = runner.run(there);
        assertNotEquals(0, full.exit(), () -> small + " is room enough: " + full);
        assertFalse(full.err().contains("\tat ") || full.err().contains("mistake of Gridrun"),
                () -> small + ": " + full);
        assertTrue(
                full.err().contains("full") || full.err().contains("No space left")
                        || full.err().contains("disk reports"),
                () -> small + ": " + full);
        if (Files.isDirectory(mount.resolve("results"))) {
            try (Stream<Path> files = Files.walk(mount.resolve("results"))) {
                assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList(), small);
            }
        }
        assertEquals(0, system("mount", "-o", "remount,size=256m,nr_inodes=10000", mount.toString()));
        Ended rest = runner.run(there);
        assertEquals(0, rest.exit(), () -> small + ": " + full + rest);
        Content.ofStore(mount.resolve("results"), "lr-sweep").assertIs(undisturbed, () -> small + full + rest);
        assertEquals(0, runner.run("recover", "--results-dir", there[SWEEP.length + 1]).exit());
        system("umount", mount.toString());
    }

    @Tag("trial")
    @Test
    void aFullDisk_isSaid_andTheSameCommandGoesOnWhenThereIsRoom() throws Exception {
        for (int i = 0; i < DISKS; i++) {
            fill("size=%dk".formatted(120 + Trials.random("disk", i).nextInt(500)));
        }
        Trials.tell("full disk", "%d times: said, and as undisturbed when there is room", DISKS);
    }

    @Tag("trial")
    @Test
    void noInodes_areSaid_andTheSameCommandGoesOnWhenThereAreSome() throws Exception {
        for (int i = 0; i < DISKS; i++) {
            fill("size=64m,nr_inodes=%d".formatted(8 + Trials.random("inodes", i).nextInt(40)));
        }
        Trials.tell("no inodes", "%d times: said, and as undisturbed when there are some", DISKS);
    }

    @Test
    void resultsThatCanOnlyBeRead_areRead_andNothingElse() throws Exception {
        mount("--bind", temporary.resolve("reference").toString());
        assertEquals(0, system("mount", "-o", "remount,ro,bind", mount.toString()));
        Runner runner = Runner.in(temporary.resolve("streams"));
        String[] shown = {"results", "lr-sweep", "--format", "csv", "--results-dir"};
        Ended written = runner.run(with(shown, temporary.resolve("reference")));
        Ended read = runner.run(with(shown, mount));
        assertEquals(0, read.exit(), read::toString);
        assertEquals(written.out(), read.out());
        Ended evaluated = runner.run("evaluate", "lr-sweep", "--results-dir", mount.toString());
        assertEquals(0, evaluated.exit(), evaluated::toString);
        Ended trained = runner.run(with(with(SWEEP, "--results-dir"), mount));
        assertEquals(2, trained.exit(), trained::toString);
        assertTrue(trained.err().contains("cannot be written"), trained::toString);
    }

    private static String[] with(String[] words, Object more) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = more.toString();
        return all;
    }
}
