package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.cli.Runner.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job through the jar, without a server: the same bits however it is run, whatever is killed. */
class MainJobIT {

    private static final String SWEEP = "experiments/lr-sweep.yaml";
    private static final String[] SHORT =
            {SWEEP, "tracking=none", "epochs=12", "seeds=2", "~early_stopping", "~expect"};

    @TempDir
    static Path temporary;

    private static Map<String, String> undisturbed;

    @BeforeAll
    static void reference() throws Exception {
        Runner runner = Runner.in(temporary.resolve("reference"));
        Ended ended = runner.run(SHORT);
        assertEquals(0, ended.exit(), ended::toString);
        undisturbed = runner.weights("lr-sweep");
        assertEquals(8, undisturbed.size());
    }

    @Test
    void aSecondTime_trainsNothing() throws Exception {
        Runner runner = Runner.in(temporary.resolve("reference"));
        Ended ended = runner.run(SHORT);
        assertTrue(ended.out().contains("(8 done, 0 to do)"), ended::toString);
        assertEquals(undisturbed, runner.weights("lr-sweep"));
    }

    @Test
    void oneMoreValue_trainsOnlyItsRuns() throws Exception {
        Runner runner = Runner.in(temporary.resolve("extended"));
        assertEquals(0, runner.run(SHORT).exit());
        Ended ended = runner.run(append(SHORT, "learning_rate=0.001,0.01,0.05,0.1,0.2"));
        assertTrue(ended.out().contains("10 runs (8 done, 2 to do)"), ended::toString);
        Map<String, String> weights = runner.weights("lr-sweep");
        assertEquals(10, weights.size());
        assertTrue(weights.entrySet().containsAll(undisturbed.entrySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jobs=1", "--jobs=3"})
    void anyNumberOfJobs_givesTheSameWeights(String jobs) throws Exception {
        Runner runner = Runner.in(temporary.resolve(jobs));
        Ended ended = runner.run(append(SHORT, jobs));
        assertEquals(0, ended.exit(), ended::toString);
        assertEquals(undisturbed, runner.weights("lr-sweep"));
    }

    @Tag("long")
    @Test
    void anyNumberOfThreads_givesTheSameWeights_andMoreThanCoresAreSaid() throws Exception {
        String[] large = {SWEEP, "tracking=none", "epochs=4", "seeds=1", "learning_rate=0.05",
            "model.hidden=[150,130]", "batch_size=128", "~expect"};
        Runner one = Runner.in(temporary.resolve("one-thread"));
        Ended alone = one.run(append(large, "--threads=1"));
        assertEquals(0, alone.exit(), alone::toString);
        assertFalse(alone.err().contains("threads each"), alone::toString);
        Runner many = Runner.in(temporary.resolve("many-threads"));
        int more = Runtime.getRuntime().availableProcessors() + 1;
        Ended shared = many.run(append(large, "--threads=" + more));
        assertEquals(0, shared.exit(), shared::toString);
        assertTrue(shared.err().contains("1 run at a time on " + more + " threads each"), shared::toString);
        assertEquals(1, one.weights("lr-sweep").size());
        assertEquals(one.weights("lr-sweep"), many.weights("lr-sweep"));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"-XX:MaxVectorSize=16", "-XX:MaxVectorSize=32", "-Dgridrun.kernels=scalar"})
    void anyVectors_giveTheSameWeights(String option) throws Exception {
        Runner runner = Runner.in(temporary.resolve(option.replaceAll("\\W", "_"))).withOptions(option);
        Ended ended = runner.run(SHORT);
        assertEquals(0, ended.exit(), ended::toString);
        assertEquals(undisturbed, runner.weights("lr-sweep"));
    }

    @Tag("long")
    @Test
    void anotherJdk_givesTheSameWeights_andNeitherPrintsWarnings() throws Exception {
        Optional<Path> other = Runner.otherJava();
        assumeTrue(other.isPresent(), "no JDK 25 is installed beside this one");
        Runner runner = Runner.in(temporary.resolve("jdk25")).with(other.get().toString());
        Ended ended = runner.run(SHORT);
        assertEquals(0, ended.exit(), ended::toString);
        assertFalse(ended.err().contains("WARNING") || ended.err().contains("SLF4J"), ended::toString);
        assertEquals(undisturbed, runner.weights("lr-sweep"));
    }

    @Tag("long")
    @Test
    void killedAtAnyMoment_endsWithTheSameWeights() throws Exception {
        for (int milliseconds : new int[] {300, 900, 1300, 1700, 2300}) {
            Runner runner = Runner.in(temporary.resolve("killed-" + milliseconds));
            Process process = runner.start(SHORT);
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            process.destroyForcibly().waitFor();
            Ended ended = runner.run(SHORT);
            assertEquals(0, ended.exit(), ended::toString);
            assertEquals(undisturbed, runner.weights("lr-sweep"));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 2, 130", "TERM, 15, 143", "HUP, 1, 129"})
    void interrupted_stopsSoonWithTheSignalsCode_andTheSameCommandContinues(String signal, int number, int code)
            throws Exception {
        assumeFalse(Runner.ignoresSignal(number), "whoever started the tests ignores the signal, and so does Java");
        Runner runner = Runner.in(temporary.resolve("interrupted-" + signal));
        String[] longer = {SWEEP, "tracking=none", "epochs=100000", "seeds=1", "~early_stopping"};
        Process process = runner.start(longer);
        while (process.isAlive() && !runner.out().contains("  cost ")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(3);
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process goes on");
        Ended ended = runner.await(process);
        assertEquals(code, ended.exit(), ended::toString);
        assertTrue(ended.err().contains("interrupted: 0 of 4 runs have ended; the same command continues"),
                ended::toString);
    }

    @Tag("long")
    @Test
    void otherDirections_areNotMistakenForRuns() throws Exception {
        Runner runner = Runner.in(temporary.resolve("plan"));
        Ended plan = runner.run(SWEEP, "--dry-run", "--jobs", "2");
        assertEquals(0, plan.exit(), plan::toString);
        assertTrue(plan.out().contains("4 configurations x 5 seeds = 20 runs"), plan::toString);
        assertTrue(Pattern
                .compile(
                        "time +at most about [0-9.]+ (s|min|h) for 20 runs, 2 at a time, without MLflow\n +an estimate")
                .matcher(plan.out()).find(), plan::toString);
        assertFalse(Files.exists(temporary.resolve("plan").resolve("gridrun.db")), "a dry run creates nothing");
        assertEquals(2, runner.run("experiments/none.yaml").exit());
        assertEquals(2, runner.run(SWEEP, "tracking=none", "--results-dir", "README.md").exit());
        assertEquals(2, runner.run(SWEEP, "--jbos", "2").exit());
        assertEquals(2, runner.run(SWEEP, "learning_rat=0.1").exit());
    }

    private static String[] append(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
