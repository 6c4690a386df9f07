// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Steps down: after every so many epochs the learning rate is multiplied by a factor. */
public final class Step extends Phrase<Step> implements Schedule {

    Step(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Step of(Tree.Mapping changed) {
        return new Step(changed);
    }

    /**
     * The epochs between two steps.
     *
     * @param every whole number from 1; by default {@code 10}
     */
    public Step every(int every) {
        return with("every", every);
    }

    /**
     * What the rate is multiplied by.
     *
     * @param factor number above 0; by default {@code 0.1}
     */
    public Step factor(double factor) {
        return with("factor", factor);
    }
}
