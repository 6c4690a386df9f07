package gridrun.checkpoint;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * When a run's state is saved, so that a run that is cut off goes on from there, with the same bits.
 *
 * <p>It identifies no run. Saving takes at most a fiftieth of its time: where it would take more, checkpoints are
 * further apart. Of a run that has ended the last state alone is kept, where a run of more epochs can go on from it,
 * and where training took a second, or {@code every_seconds} if that is less.
 *
 * @param everyEpochs the epochs between two checkpoints; 0 for none by epochs
 * @param everySeconds the seconds between two checkpoints, also within an epoch; 0 for none by time
 */
public record CheckpointSpec(@Default("0") int everyEpochs, @Default("5") double everySeconds) {

    private static final double LONGEST_SHORT_RUN = 1;

    public CheckpointSpec {
        Check.notNegative("everyEpochs", everyEpochs);
        Check.notNegative("everySeconds", everySeconds);
    }

    /** Whether there is one behind so many epochs, whatever the time. */
    boolean isAt(int epochs) {
        return everyEpochs > 0 && epochs % everyEpochs == 0;
    }

    /**
     * Whether what was trained for so long is saved when training stops, for whatever reason: what took less is soon
     * trained again.
     */
    boolean isKept(double seconds) {
        return everySeconds > 0 ? seconds >= Math.min(everySeconds, LONGEST_SHORT_RUN)
                : everyEpochs > 0 && seconds >= LONGEST_SHORT_RUN;
    }
}
