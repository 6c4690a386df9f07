package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors on the thread that writes: whoever waits for it is told, and nobody waits for ever. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailingWriterTest {

    @TempDir
    Path results;

    private final SweepPlan plan = Plans.sweep("lr", "0.1", "0.01");
    private final String first = plan.runs().get(0).runKey();

    /** Provokes an error, then records and waits; returns what that is told. */
    private String told(Runnable listener) {
        Store store = Store.open(results);
        store.plan(plan);
        Recording run = store.start(first, 1);
        run.metric("loss", 1, 1, 0.5);
        store.flush();
        store.onCommit(listener);
        StoreException told = assertThrows(StoreException.class, () -> {
            while (true) {
                run.metric("loss", 2, 1, 0.25);
                store.flush();
            }
        });
        assertEquals(told.getMessage(), assertThrows(StoreException.class, store::close).getMessage());
        return told.getMessage();
    }

    @Test
    void outOfMemoryBetweenTwoGroups_isTold() {
        assertEquals("the store cannot write: out of memory", told(() -> {
            throw new OutOfMemoryError("no room");
        }));
        try (Store again = Store.open(results)) {
            assertEquals(0.5, again.metrics(first).get(0).value());
        }
    }

    @Test
    void anyOtherError_isTold() {
        assertEquals("the store's writer has failed: java.lang.StackOverflowError: too deep", told(() -> {
            throw new StackOverflowError("too deep");
        }));
    }

    @Test
    @DisplayName("a change that throws an error is told to who waits for it, and takes back what was begun with it")
    void errorInAChange_isTold() throws Exception {
        FileLocks locks = new FileLocks(results.resolve("locks"));
        try (Store store = Store.open(results)) {
            store.plan(plan);
        }
        Database database = Database.open(results.resolve(Store.DATABASE), locks);
        Writer writer = new Writer(database);
        StoreException told = assertThrows(StoreException.class, () -> writer.commit(sql -> {
            sql.update("CREATE TABLE begun (x)");
            throw new StackOverflowError("too deep");
        }));
        assertTrue(told.getMessage().contains("too deep"), told.getMessage());
        assertThrows(StoreException.class, () -> writer.commit(sql -> {}));
        assertThrows(StoreException.class, writer::close);
        try (Store store = Store.open(results)) {
            assertEquals(OptionalLong.of(0), store.query(
                    (reads, sql) -> sql.number("SELECT count(*) FROM sqlite_master WHERE name = 'begun'")));
        }
    }
}
