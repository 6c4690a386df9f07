// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * When a run's state is saved, so that a run that is cut off goes on from there, with the same bits.
 *
 * <p>It identifies no run. Saving takes at most a fiftieth of its time: where it would take more, checkpoints are
 * further apart. Of a run that has ended the last state alone is kept, where a run of more epochs can go on from it,
 * and where training took a second, or {@code every_seconds} if that is less.
 */
public final class CheckpointSpec extends Phrase<CheckpointSpec> {

    CheckpointSpec(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected CheckpointSpec of(Tree.Mapping changed) {
        return new CheckpointSpec(changed);
    }

    /**
     * The epochs between two checkpoints; 0 for none by epochs.
     *
     * @param everyEpochs whole number from 0; by default {@code 0}
     */
    public CheckpointSpec everyEpochs(int everyEpochs) {
        return with("every_epochs", everyEpochs);
    }

    /**
     * The seconds between two checkpoints, also within an epoch; 0 for none by time.
     *
     * @param everySeconds number from 0; by default {@code 5}
     */
    public CheckpointSpec everySeconds(double everySeconds) {
        return with("every_seconds", everySeconds);
    }
}
