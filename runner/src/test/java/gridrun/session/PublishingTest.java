package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Store;
import gridrun.tracking.TrackingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PublishingTest {

    @TempDir
    Path results;
    private final CountDownLatch looked = new CountDownLatch(1);
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(results);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void search_waitsForTraining() throws Exception {
        try (Publishing publishing = begin()) {
            Thread search = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("mlflow-search")).findAny().orElseThrow();
            while (looked.getCount() > 0 && search.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            assertEquals(1, looked.getCount(), "nothing is looked for while training is at its beginning");
            publishing.trained();
            looked.await();
        }
    }

    @Test
    @Tag("slow")
    void search_beginsBesideALongTraining() throws Exception {
        try (Publishing publishing = begin()) {
            looked.await();
            assertEquals(Optional.of("MLflow cannot be reached: java.io.IOException: none here"),
                    publishing.finish().trouble());
        }
    }

    @Test
    void close_beforeItBegan_looksForNothing() throws Exception {
        Publishing publishing = begin();
        publishing.close();
        assertTrue(publishing.finish().trouble().isPresent());
        assertEquals(1, looked.getCount());
    }

    private Publishing begin() {
        return Publishing.begin("experiment", store, this::find, SessionListener.NOBODY, new StopSignal(() -> false));
    }

    private TrackingServer find() throws IOException {
        looked.countDown();
        throw new IOException("none here");
    }
}
