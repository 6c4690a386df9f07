package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write at once wait for each other, and who reads sees one state. */
class TransactionTest {

    private static final String INSERT = "INSERT INTO entry (kind, key) VALUES ('run', ?)";

    @TempDir
    Path results;

    @Test
    void whoHasBegunToWrite_readsFirst_andIsNotOvertaken() throws Exception {
        Store.open(results).close();
        Path file = results.resolve(Store.DATABASE);
        FileLocks locks = new FileLocks(results.resolve("locks"));
        Database database = Database.open(file, locks);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Sql one = database.connection(); Sql two = database.connection()) {
            one.beginWriting();
            assertEquals(0, count(one));
            Future<Integer> other = thread.submit(() -> {
                two.beginWriting();
                int before = count(two);
                two.update(INSERT, "b");
                two.commit();
                return before;
            });
            assertThrows(TimeoutException.class, () -> other.get(200, TimeUnit.MILLISECONDS));
            one.update(INSERT, "a");
            one.commit();
            assertEquals(1, other.get(), "it sees what was written before");
            assertEquals(2, count(one));
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void openWhilePicturesOfRunsAreRecorded_findsNoDamage() throws Exception {
        SweepPlan plan = Plans.sweep("lr", IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Store draws = Store.open(results)) {
            draws.plan(plan);
            for (PlannedRun planned : plan.runs()) {
                Recording run = draws.start(planned.runKey(), 1);
                IntStream.range(0, 200).forEach(step -> run.metric("loss", step, step, step));
                run.finish(Outcome.COMPLETED, 2);
            }
            draws.flush();
            AtomicBoolean opened = new AtomicBoolean();
            Future<Integer> drawn = thread.submit(() -> {
                int pictures = 0;
                while (!opened.get()) {
                    draws.amend(plan.runs().get(pictures % 40).runKey())
                            .artifact("curves" + pictures++ + ".png", new byte[] {1});
                    draws.flush();
                }
                return pictures;
            });
            try {
                for (int i = 0; i < 20; i++) {
                    Store.open(results).close();
                }
            } finally {
                opened.set(true);
            }
            assertTrue(drawn.get() > 0);
        } finally {
            thread.shutdown();
        }
    }

    private static int count(Sql sql) throws Exception {
        return sql.first("SELECT COUNT(*) FROM entry", row -> row.getInt(1)).orElseThrow();
    }
}
