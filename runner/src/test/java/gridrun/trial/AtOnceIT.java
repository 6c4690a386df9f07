package gridrun.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several commands with one experiment at once: on one results directory, and on two with one server. */
class AtOnceIT extends ServerTrial {

    private static final int RUNS = 8;
    private static final Pattern TRAINED = Pattern.compile("^\\d+/\\d+  .*  completed after \\d+ epochs, val_loss");
    private static final Pattern BY_ANOTHER = Pattern.compile("trained by another command: completed, val_loss");
    /**
     * A plan that is made when the other's work has ended is a repetition of its own. A sweep works for a second, and
     * the plan of whoever starts later, beside it, comes twice as much later.
     */
    private static final int OVERLAP_MS = 150;

    @Test
    void oneResultsDirectory_eachRunIsTrainedOnce_andReportedRight() throws Exception {
        int times = Trials.times(2, 10);
        for (int i = 0; i < times; i++) {
            int commands = i % 2 == 0 ? 2 : 4;
            Path results = temporary.resolve("shared-" + i);
            List<Runner> runners = new ArrayList<>();
            List<Process> processes = new ArrayList<>();
            for (int command = 0; command < commands; command++) {
                Runner runner = Runner.in(temporary.resolve("streams-%d-%d".formatted(i, command)));
                runners.add(runner);
                processes.add(runner.start(sweep.command("--results-dir", results.toString())));
                TimeUnit.MILLISECONDS.sleep(Trials.random("shared", i * 10 + command).nextInt(600));
            }
            List<Ended> all = new ArrayList<>();
            for (int command = 0; command < commands; command++) {
                all.add(runners.get(command).await(processes.get(command)));
            }
            Ended last = all.get(commands - 1);
            assertTrue(all.stream().allMatch(ended -> ended.exit() == 0), all::toString);
            assertEquals(RUNS, all.stream().mapToLong(ended -> lines(ended, TRAINED)).sum(), all::toString);
            for (Ended ended : all) {
                assertTrue(ended.out().contains("0 to do") || done(ended) == RUNS, ended::toString);
            }
            sweep.assertUndisturbed(results, last);
        }
        Trials.tell("one results directory", "%d times two and four commands at once: each run trained once", times);
    }

    private static long lines(Ended ended, Pattern kind) {
        return ended.err().lines().filter(line -> kind.matcher(line).find()).count();
    }

    /** What was done when the command planned, and what it reports one by one. */
    private static long done(Ended ended) {
        var before = Pattern.compile("\\((\\d+) done, \\d+ to do\\)").matcher(ended.out());
        assertTrue(before.find(), ended::toString);
        return Long.parseLong(before.group(1)) + lines(ended, TRAINED) + lines(ended, BY_ANOTHER);
    }

    @Test
    void twoResultsDirectories_eachRunIsOnceOnTheServer() throws Exception {
        int times = Trials.times(2, 10);
        String uri = sweep.server().uri();
        for (int i = 0; i < times; i++) {
            List<Path> results = List.of(temporary.resolve("one-" + i), temporary.resolve("other-" + i));
            Process one = Runner.in(results.get(0)).start(sweep.command());
            TimeUnit.MILLISECONDS.sleep(Trials.random("two", i).nextInt(OVERLAP_MS));
            Ended other = Runner.in(results.get(1)).run(sweep.command());
            Ended first = Runner.in(results.get(0)).await(one);
            assertEquals(List.of(0, 0), List.of(first.exit(), other.exit()), () -> first + "\n" + other);
            for (Path directory : results) {
                sweep.assertStoreUndisturbed(directory, first);
                sweep.publish(directory, first, uri);
            }
            Ended verified =
                    Runner.in(results.get(0)).run("publish", ServerSweep.NAME, "--verify", "--tracking-uri", uri);
            assertEquals(0, verified.exit(), () -> first + "\n" + other + "\n" + verified);
            sweep.assertServerUndisturbed(results.get(1), other, uri);
        }
        Trials.tell("two results directories", "%d times at once: each run once on the server", times);
    }
}
