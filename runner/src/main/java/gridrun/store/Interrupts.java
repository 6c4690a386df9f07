package gridrun.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work on files that an interrupt must not cut short: it closes the channel that a thread works on. */
final class Interrupts {

    /** Work that may be done again from its beginning. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws IOException;
    }

    private Interrupts() {
    }

    /** Does the work to its end; a thread that was interrupted meanwhile is so afterwards. */
    static <T> T putOff(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.call();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
