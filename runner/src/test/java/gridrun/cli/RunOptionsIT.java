package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner.Ended;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's ways to run an experiment, through the jar. */
class RunOptionsIT {

    private static final String EXPERIMENT = """
            name: options
            tags: {team: blue}
            data: {type: moons, samples: 60}
            model: {hidden: [4]}
            train: {epochs: 3, learning_rate: 0.1, batch_size: 8}
            sweep: {parameters: {learning_rate: [0.1, 0.2]}, seeds: 2}
            expect:
              - best.val_loss < 100
              - "all: final.val_loss < 100"
            smoke: {epochs: 1}
            tracking: none
            """;

    /** Java's share of the heap: classes, compiled code's constants, plots being drawn; see docs/performance.md. */
    private static final int JVM_MEGABYTES = 64;

    @TempDir
    Path directory;

    private Path file;
    private Runner runner;

    @BeforeEach
    void experiment() throws IOException {
        file = Files.writeString(directory.resolve("options.yaml"), EXPERIMENT);
        runner = Runner.in(directory.resolve("results"));
    }

    private Ended run(int exit, String... words) throws Exception {
        String[] all = new String[words.length + 1];
        all[0] = file.toString();
        System.arraycopy(words, 0, all, 1, words.length);
        Ended ended = runner.run(all);
        assertEquals(exit, ended.exit(), ended::toString);
        return ended;
    }

    /** Lets the store say that a run failed, as when the memory was not enough. */
    private String fail() throws Exception {
        try (Store store = Store.open(directory.resolve("results"))) {
            Run run = store.runs(store.sweeps("options").get(0).sweepId()).get(1);
            store.start(run.runKey(), 5).fail("out of <memory> & more", "trace", 6);
            return run.runKey();
        }
    }

    @Test
    void expectations_areToldAfterTheTable_andAMissExitsWith3() throws Exception {
        Ended met = run(0);
        assertTrue(met.out().contains("ok      best.val_loss < 100:\n        0."), met::toString);
        assertTrue(met.out().contains("ok      all: final.val_loss < 100: in each of 4 runs"), met::toString);
        Ended missed = run(3, "expect=['all: best.val_loss < 0', 'best.val_loss < 0']");
        assertTrue(missed.out().contains("(4 done, 0 to do)"), missed::toString);
        assertTrue(missed.out().contains("missed  all: best.val_loss < 0:"), missed::toString);
        assertTrue(missed.out().contains(" in learning_rate=0.1 seed=0, and in 3 more of 4 runs"), missed::toString);
        assertTrue(missed.out().matches("(?s).* with learning_rate=0.[12], mean over the seeds 0, 1\\n.*"),
                missed::toString);
        Ended smoke = run(0, "--smoke", "expect=['best.val_loss < 0']");
        assertFalse(smoke.out().contains("missed"), smoke::toString);
        assertTrue(run(2, "expect=['best.val_los < 0']").err().contains("did you mean 'best.val_loss'?"));
    }

    @Tag("long")
    @Test
    void aFailedRun_isToldEachTime_andTriedAgainWhenAsked() throws Exception {
        run(0);
        fail();
        Ended again = run(1, "expect=['best.val_loss < 0']");
        assertTrue(again.out().contains("(3 done, 1 failed before, 0 to do)"), again::toString);
        assertTrue(again.err().contains("failed before: learning_rate=0.1 seed=1: out of <memory> & more"),
                again::toString);
        assertTrue(again.err().contains("--retry-failed"), again::toString);
        Ended retried = run(0, "--retry-failed");
        assertTrue(retried.out().contains("(3 done, 1 to do)"), retried::toString);
        assertTrue(run(0).out().contains("(4 done, 0 to do)"));
    }

    @Tag("long")
    @Test
    void fresh_trainsAllToTheSameWeights_andTheRecordStands() throws Exception {
        run(0);
        Map<String, String> weights = runner.weights("options");
        String json = runner.run("results", "options", "--format", "json").out();
        Ended fresh = run(0, "--fresh");
        assertTrue(fresh.out().contains("(0 done, 4 to do)"), fresh::toString);
        assertTrue(fresh.out().contains("trained again to the same weights, bit for bit: 4 of 4 runs"),
                fresh::toString);
        assertEquals(weights, runner.weights("options"));
        assertEquals(json, runner.run("results", "options", "--format", "json").out());
        try (Store store = Store.open(directory.resolve("results"))) {
            String key = weights.keySet().iterator().next();
            store.amend(key).facts(Map.of(Facts.WEIGHTS_SHA256, "0".repeat(64)));
        }
        assertTrue(run(1, "--fresh").err().contains("was trained again to other weights than before"));
    }

    @Test
    void junit_hasACaseARunAndAnExpectation() throws Exception {
        Path report = directory.resolve("reports/junit.xml");
        run(3, "--junit", report.toString(), "expect=['best.val_loss < 0', 'best.val_loss < 100']");
        String xml = Files.readString(report);
        assertTrue(xml.contains("<testsuite name=\"options\" tests=\"6\" failures=\"1\" errors=\"0\" skipped=\"0\""),
                xml);
        assertTrue(xml.contains("classname=\"options.runs\" name=\"learning_rate=0.1 seed=0\""), xml);
        assertTrue(xml.contains("classname=\"options.expect\" name=\"best.val_loss &lt; 0\""), xml);
        fail();
        run(1, "--junit", report.toString());
        assertTrue(Files.readString(report).contains("<error message=\"out of &lt;memory&gt; &amp; more\""),
                Files.readString(report));
        assertTrue(run(2, "--junit", directory.toString()).err().contains("cannot be written"));
    }

    @Test
    void divergence_isAResult_toldInTheReport_unlessItIsForbidden() throws Exception {
        Path report = directory.resolve("junit.xml");
        String[] words = {"--smoke", "--junit", report.toString(), "learning_rate=0.1,1e30", "data.type=noisy_sine",
            "expect=['smoke: final.val_loss < 100']"};
        assertTrue(run(0, words).out().contains("ok      smoke: final.val_loss < 100"));
        String xml = Files.readString(report);
        assertTrue(xml.contains("<testsuite name=\"options-smoke\" tests=\"5\" failures=\"0\""), xml);
        assertTrue(Pattern.compile("name=\"learning_rate=1e30 seed=1\" time=\"[0-9.]+\">"
                + "<system-out>diverged in epoch 1</system-out></testcase>").matcher(xml).find(), xml);
        Ended forbidden = run(1, append(words, "--fail-on-divergence"));
        assertTrue(forbidden.err().endsWith("""
                2 of 4 runs diverged, which --fail-on-divergence takes for a failure:
                learning_rate=1e30 seed=0: diverged in epoch 1
                learning_rate=1e30 seed=1: diverged in epoch 1
                """), forbidden::toString);
        assertTrue(Files.readString(report).contains("<failure message=\"diverged in epoch 1\" type=\"diverged\">"));
        run(3, append(words, "expect=['smoke all: final.loss < 100']"));
    }

    @Test
    void render_isAFileOfTheSameRuns() throws Exception {
        String text = run(0, "--render", "epochs=2").out();
        assertTrue(text.contains("# command line\n") && text.contains("# default\n")
                && text.contains("# " + file + ":3:14\n"), text);
        Path rendered = Files.writeString(directory.resolve("rendered.yaml"), text);
        run(0, "epochs=2");
        Ended again = runner.run(rendered.toString());
        assertEquals(0, again.exit(), again::toString);
        assertTrue(again.out().contains("(4 done, 0 to do)"), again::toString);
        assertEquals(2, runner.run(file.toString(), rendered.toString(), "--render").exit());
    }

    @Test
    void noSweep_runsTheBaseAlone() throws Exception {
        assertTrue(run(0, "--no-sweep").out().startsWith("options: 1 run (0 done, 1 to do)"));
        assertTrue(run(0).out().contains("2 configurations x 2 seeds = 4 runs (1 done, 3 to do)"));
    }

    @Test
    void quiet_printsResultsAndErrorsAlone() throws Exception {
        Ended quiet = run(0, "--quiet");
        assertEquals("", quiet.err());
        assertTrue(quiet.out().startsWith("\nrank  "), quiet::toString);
        assertFalse(quiet.out().contains("to do"), quiet::toString);
    }

    @Tag("long")
    @Test
    void requireTracking_withoutAServer_exitsWith4() throws Exception {
        assertTrue(run(2, "--require-tracking").err().contains("exclude each other"));
        Ended undelivered = run(4, "--require-tracking", "--tracking-uri", "http://127.0.0.1:9");
        assertTrue(undelivered.out().contains("ok      best.val_loss < 100"), undelivered::toString);
    }

    @Test
    void help_fitsInto80Columns_andNamesEveryOption() throws Exception {
        Ended help = runner.run("--help");
        assertEquals(0, help.exit());
        help.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        for (String option : new String[] {"render", "no-sweep", "fail-fast", "max-failures N", "retry-failed", "fresh",
            "junit FILE", "require-tracking", "fail-on-divergence", "quiet", "smoke", "jobs N", "profile"}) {
            assertTrue(help.out().contains("\n  --" + option), option);
        }
        assertEquals(help.out(), runner.run("results", "--help").out(), "the same of any command");
    }

    @Test
    void aDryRun_saysWhatIsDone_andWhatIsTrainedAgain_andChangesNothing() throws Exception {
        assertTrue(run(0, "--dry-run").out().startsWith("options: 2 configurations x 2 seeds = 4 runs\n"));
        Path database = directory.resolve("results").resolve(Store.DATABASE);
        assertFalse(Files.exists(database), "a dry run creates nothing");
        run(0);
        byte[] before = Files.readAllBytes(database);
        String more = run(0, "seeds=3", "--dry-run").out();
        assertTrue(more.startsWith("options: 2 configurations x 3 seeds = 6 runs (4 done, 2 to do)\n"), more);
        String all = run(0, "--dry-run").out();
        assertTrue(all.contains("(4 done, 0 to do)") && all.contains("nothing is left to train"), all);
        String other = run(0, "batch_size=4", "--dry-run").out();
        assertTrue(other.contains("(0 done, 4 to do)"), other);
        assertTrue(other.contains("trained         4 runs again: train.batch_size is 4, was 8"), other);
        assertArrayEquals(before, Files.readAllBytes(database));
    }

    @Tag("long")
    @Test
    void memory_isWhatThePlanAnnouncesAndThatOfTheJvm() throws Exception {
        String[] words =
                {"data.samples=18000", "model.hidden=[256, 256, 256]", "batch_size=full", "epochs=1", "seeds=1",
                    "learning_rate=0.1", "~expect"};
        Matcher plan = Pattern.compile("up to ([0-9]+) MB for 1 run at a time")
                .matcher(run(0, append(words, "--dry-run")).out());
        assertTrue(plan.find() && Integer.parseInt(plan.group(1)) > 100, "the arena is most of the memory");
        int heap = Integer.parseInt(plan.group(1)) + JVM_MEGABYTES;
        runner = runner.withOptions("-XX:+UseG1GC", "-Xmx" + heap + "m");
        run(0, words);
    }

    private static String[] append(String[] words, String more) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }
}
