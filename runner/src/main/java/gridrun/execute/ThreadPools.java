package gridrun.execute;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits for threads. */
final class ThreadPools {

    private ThreadPools() {
    }

    /**
     * Returns when all that a pool was given is done; it takes nothing more. An interrupt does not end the wait, and is
     * handed back behind it.
     *
     * @param interrupted what an interrupt has happen
     */
    static void finish(ExecutorService pool, Runnable interrupted) {
        pool.shutdown();
        boolean toHandBack = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                toHandBack = true;
                interrupted.run();
            }
        }
        if (toHandBack) {
            Thread.currentThread().interrupt();
        }
    }
}
