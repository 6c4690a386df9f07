package gridrun.watch;

import gridrun.page.SweepPage;
import gridrun.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A sweep's page as it stands, made again where the results have changed. Safe for several threads. */
final class WatchedPage {

    private static final long LEAST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 5_000;
    /** So many times as long as making a page takes, none is made: what trains has the machine. */
    private static final int REST = 9;

    private final Store store;
    private final String sweepId;
    private long version = Long.MIN_VALUE;
    private byte[] page;
    private long pauseMs = LEAST_PAUSE_MS;

    WatchedPage(Store store, String sweepId) {
        this.store = store;
        this.sweepId = sweepId;
    }

    /** A number that is another one where the page may be. */
    long version() {
        return store.version();
    }

    /** In UTF-8. */
    synchronized byte[] bytes() {
        long now = store.version();
        if (page == null || now != version) {
            long beganNs = System.nanoTime();
            page = SweepPage.live(store, store.sweep(sweepId).orElseThrow(), store.runs(sweepId))
                    .getBytes(StandardCharsets.UTF_8);
            version = now;
            pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS,
                    REST * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs)));
        }
        return page;
    }

    /** How long nobody should be told of another change. */
    synchronized long pauseMs() {
        return pauseMs;
    }
}
