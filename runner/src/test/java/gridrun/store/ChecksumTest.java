package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tells that nothing has changed: of a sweep, and of the whole database. */
class ChecksumTest {

    private static final SweepPlan PLAN = Plans.sweep("lr", "0.1", "0.01");
    private static final String FIRST = PLAN.runs().get(0).runKey();

    @TempDir
    Path results;

    @BeforeEach
    void trainOne() {
        try (Store store = Store.open(results)) {
            store.plan(PLAN);
            Recording run = store.start(FIRST, 2_000);
            run.metrics(1, 2_100, Map.of("loss", 0.5));
            run.facts(Map.of(Facts.WEIGHTS_SHA256, "ab"));
            run.finish(Outcome.COMPLETED, 3_000);
        }
    }

    static Stream<Consumer<Store>> changes() {
        return Stream.of(
                store -> store.amend(FIRST).metric("loss", 2, 9_000, 0.4),
                store -> store.amend(FIRST).facts(Map.of(Facts.WEIGHTS_SHA256, "cd")),
                store -> store.amend(FIRST).artifact("note.txt", new byte[1]),
                store -> store.takeBack(FIRST),
                store -> store.start(PLAN.runs().get(1).runKey(), 4_000).finish(Outcome.DIVERGED, 5_000),
                store -> store.amend(PLAN.sweepId()).artifact("results.csv", new byte[1]),
                store -> store.amend(PLAN.sweepId()).facts(Map.of(Facts.TITLE, "Rates")),
                store -> store.plan(Plans.sweep("lr", "0.01", "0.1")),
                store -> store.plan(Plans.later(Plans.sweep("lr", "0.1"), 5)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void checksum_afterAChange_isAnother(Consumer<Store> change) {
        try (Store store = Store.open(results)) {
            String before = store.checksum(PLAN.sweepId());
            change.accept(store);
            store.flush();
            assertNotEquals(before, store.checksum(PLAN.sweepId()));
        }
    }

    @Test
    void checksum_afterTheSamePlanAndWhatWasMadeOfIt_isTheSame() {
        try (Store store = Store.open(results)) {
            String before = store.checksum(PLAN.sweepId());
            store.plan(Plans.later(PLAN, 5));
            store.amend(PLAN.sweepId())
                    .facts(Map.of(Facts.TABLES_OF, "x", Facts.REPORT_OF, "y", Facts.PICTURES_OF, "z"));
            store.amend(PLAN.sweepId()).artifacts(Map.of("curves.png", new byte[1], "report.html", new byte[2]));
            store.flush();
            assertEquals(before, store.checksum(PLAN.sweepId()));
        }
    }

    @Test
    void open_besideAChecksumThatIsNoText_saysDamage() throws Exception {
        Path file = results.resolve(Store.DATABASE + ClosingDigest.SUFFIX);
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE});
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("is damaged") && e.getMessage().contains("recover"), e.getMessage());
        Files.delete(file);
        Files.createDirectory(file);
        e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("is damaged") && e.getMessage().contains("recover"), e.getMessage());
    }

    @Test
    void open_besideAnEarlierVersionsChecksum_removesIt() throws Exception {
        Path former = Files.writeString(results.resolve(Store.DATABASE + ".sha256"), "0".repeat(64) + "\n");
        Store.open(results).close();
        assertFalse(Files.exists(former));
        assertTrue(Files.exists(results.resolve(Store.DATABASE + ClosingDigest.SUFFIX)));
    }
}
