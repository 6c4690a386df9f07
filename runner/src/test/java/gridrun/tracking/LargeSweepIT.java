package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of tiny runs: trained and published in memory that does not grow, about as fast as a server takes them. */
@Tag("trial")
class LargeSweepIT {

    private static final int RUNS = Trials.times(100, 5_000);
    private static final int SAMPLE = Trials.times(40, 200);
    private static final String SWEEP = """
            name: %s
            data: {type: moons, samples: 40, validation: 0.2}
            model: {hidden: [2]}
            train: {epochs: 2}
            sweep: {parameters: {learning_rate: [0.001, 0.003, 0.01, 0.03, 0.1]}, seeds: %d}
            """;
    /** A collection of all that is not in use. */
    private static final Pattern COLLECTION = Pattern.compile("Pause Full .*->(\\d+)M\\(");
    private static final int PARTS = 5;

    @TempDir
    Path temporary;

    @Test
    void thousandsOfRuns_areTrainedAndPublished_inMemoryThatDoesNotGrow() throws Exception {
        try (RealServer server = RealServer.in(temporary.resolve("server"))) {
            LoadGenerator generator = learn(server);
            Ended trained = run("train", file("large", RUNS), "tracking=none", "--quiet");
            assertEquals(0, trained.exit(), trained::toString);
            double before = most(generator);
            long beganNs = System.nanoTime();
            Ended published = run("publish", "publish", "large", "--tracking-uri", server.uri());
            double rate = RUNS * 1e9 / (System.nanoTime() - beganNs);
            double most = (before + most(generator)) / 2;
            assertEquals(0, published.exit(), published::toString);
            Ended verified = run("verify", "publish", "large", "--verify", "--tracking-uri", server.uri());
            assertEquals(0, verified.exit(), verified::toString);
            assertAllAreThere();
            Trials.tell("large sweep", "%,d runs published at %.1f a second, the server takes %.1f: %.0f %%", RUNS,
                    rate, most, 100 * rate / most);
        }
    }

    private void assertAllAreThere() {
        try (Store store = Store.open(temporary.resolve("results"))) {
            List<Run> runs = store.runs(store.sweeps("large").get(0).sweepId());
            assertEquals(RUNS, runs.size());
            assertTrue(runs.stream().allMatch(Run::isCompleted));
        }
    }

    /** What a publisher sends for a small sweep of the same kind. */
    private LoadGenerator learn(RealServer server) throws Exception {
        LoadGenerator generator = new LoadGenerator(server.uri());
        try (ForwardingProxy proxy = new ForwardingProxy(server.uri())) {
            proxy.witnesses.add(generator::learn);
            Ended ended = Runner.in(temporary.resolve("sample")).run(file("sample", SAMPLE), "tracking=none");
            assertEquals(0, ended.exit(), ended::toString);
            ended = Runner.in(temporary.resolve("sample")).run("publish", "sample", "--tracking-uri", proxy.uri());
            assertEquals(0, ended.exit(), ended::toString);
        }
        assertEquals(SAMPLE + 1, generator.size());
        return generator;
    }

    private static double most(LoadGenerator generator) throws Exception {
        double most = 0;
        for (int atOnce : new int[] {2, 4, 8}) {
            most = Math.max(most, generator.rate(atOnce));
        }
        return most;
    }

    private String file(String name, int runs) throws IOException {
        return Files.writeString(temporary.resolve(name + ".yaml"), SWEEP.formatted(name, runs / 5)).toString();
    }

    /** Runs a command with a small heap, and looks at what was in use after each full collection. */
    private Ended run(String what, String... words) throws Exception {
        Path log = temporary.resolve(what + ".log");
        Ended ended = Runner.in(temporary.resolve("results")).withPatience(Duration.ofHours(1))
                .withOptions("-Xmx96m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + log).run(words);
        List<Integer> used = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                used.add(Integer.parseInt(collection.group(1)));
            }
        }
        if (used.size() < PARTS) {
            Trials.tell("large sweep", "%s: 96 MB are enough", what);
            return ended;
        }
        List<Integer> least = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            least.add(Collections.min(used.subList(part * used.size() / PARTS, (part + 1) * used.size() / PARTS)));
        }
        Trials.tell("large sweep", "%s: MB in use, in fifths of %d collections: %s", what, used.size(), least);
        // In the first part classes are loaded, and nothing is held yet.
        assertTrue(least.get(PARTS - 1) <= 2 * least.get(1) + 8, "the memory grows: " + used);
        return ended;
    }
}
