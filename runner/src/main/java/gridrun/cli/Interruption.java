package gridrun.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, {@code kill} and the end of a terminal (SIGINT, SIGTERM, SIGHUP): asks the work to stop, and holds the
 * process up until it has, but not for long.
 *
 * <p>The work writes down where it stands in this time; what it does not finish is taken up by the same command, as
 * after any kill.
 */
final class Interruption {

    private static final long PATIENCE_MS = 3_000;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** Watches this process. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    private void stop() {
        if (finished.getCount() == 0) {
            return;
        }
        requested = true;
        try {
            finished.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody asked this process to stop. */
    boolean requested() {
        return requested;
    }

    /** The work has ended, by itself or because it was asked to. */
    void workEnded() {
        finished.countDown();
    }
}
