package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of writing, and looks at what it had been promised. */
class KilledWriterTest {

    @TempDir
    Path results;

    /** Records and says so, line by line, until it is killed. */
    public static final class Child {

        public static void main(String[] args) {
            Store store = Store.open(Path.of(args[0]));
            SweepPlan plan = Plans.sweep("kill", "0.1");
            store.plan(plan);
            FileLocks.Held lock = store.lockRun(plan.runs().get(0).runKey());
            Recording run = store.start(plan.runs().get(0).runKey(), 1);
            for (int step = 1; step > 0; step++) {
                run.metrics(step, step, Map.of("loss", 1.0 / step, "val_loss", 2.0 / step));
                if (step % 50 == 0) {
                    run.artifact("state.txt", String.valueOf(step).repeat(2_000).getBytes(StandardCharsets.UTF_8));
                    store.flush();
                    System.out.println(step);
                }
            }
            Reference.reachabilityFence(lock);
        }
    }

    @Test
    void kill_whileWriting_losesNothingAcknowledgedAndFreesTheLock() throws Exception {
        long acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            acknowledged = Math.max(acknowledged, killAfter(round * 3 + 2));
            check(acknowledged);
        }
    }

    private void check(long acknowledged) {
        String key = Plans.sweep("kill", "0.1").runs().get(0).runKey();
        try (Store store = Store.open(results)) {
            List<MetricValue> losses = store.metrics(key, "loss");
            assertTrue(losses.size() >= acknowledged, losses.size() + " of " + acknowledged);
            for (int i = 0; i < losses.size(); i++) {
                assertEquals(new MetricValue("loss", i + 1, i + 1, 1.0 / (i + 1)), losses.get(i));
            }
            assertEquals(losses.size(), store.metrics(key, "val_loss").size());
            FileLocks.Held lock = store.tryLockRun(key).orElseThrow();
            lock.close();
            assertEquals(1, store.reconcile(5));
            assertEquals(Optional.of(Outcome.INTERRUPTED), store.run(key).orElseThrow().outcome());
        }
    }

    private long killAfter(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), results.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long last = 0;
        try (BufferedReader out = child.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Long.parseLong(out.readLine());
            }
            child.destroyForcibly();
        }
        child.waitFor();
        return last;
    }
}
