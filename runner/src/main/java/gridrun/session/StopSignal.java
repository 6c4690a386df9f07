package gridrun.session;

import java.util.function.BooleanSupplier;

/**
 * Whether a session's work is to stop: somebody asked for it, or the thread that waits for the work was interrupted.
 *
 * <p>The interrupt is kept here while the work winds up, for it would close the files that the thread writes.
 */
final class StopSignal implements BooleanSupplier {

    private final BooleanSupplier asked;
    private volatile boolean interrupted;

    StopSignal(BooleanSupplier asked) {
        this.asked = asked;
    }

    @Override
    public boolean getAsBoolean() {
        return interrupted || asked.getAsBoolean();
    }

    /** The same, on the thread that waits: an interrupt of it is noted. */
    boolean noted() {
        interrupted |= Thread.interrupted();
        return getAsBoolean();
    }

    /** Hands the interrupt back to the thread that waited. */
    void restore() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
