// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.metric.Goal;

/** What runs are ranked by. */
public final class RankedMetric extends Phrase<RankedMetric> {

    RankedMetric(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected RankedMetric of(Tree.Mapping changed) {
        return new RankedMetric(changed);
    }

    /**
     * One of an epoch's metrics, in the epoch in which it is best; or with its moment: {@code final.val_loss}, of the
     * last epoch; {@code kept.val_accuracy}, of the weights that are kept; {@code test_accuracy}, on the test part.
     *
     * @param name a metric, alone or behind its moment and part as in kept.val_loss or test_loss; required
     */
    public RankedMetric name(String name) {
        return with("name", name);
    }

    /**
     * Which way is better; by default what is usual for the name.
     *
     * @param goal {@code minimize} or {@code maximize}
     */
    public RankedMetric goal(Goal goal) {
        return with("goal", goal);
    }
}
