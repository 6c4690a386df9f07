package gridrun.execute;

import gridrun.store.Outcome;

/** What is left to do of a run that was trained: to bring it to the disk, and to wait for that. */
@FunctionalInterface
interface RunEnd {

    /**
     * How a run ended.
     *
     * @param reason why it failed; null where it did not
     */
    record Reached(Outcome outcome, String reason) {
    }

    /** Returns when all of the run is on the disk, in whichever thread. */
    Reached record();
}
