// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Multiplies the learning rate by the same number in every epoch, a little at each step: {@code decay^progress}. */
public final class Exponential extends Phrase<Exponential> implements Schedule {

    Exponential(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Exponential of(Tree.Mapping changed) {
        return new Exponential(changed);
    }

    /**
     * What is left of the rate after an epoch.
     *
     * @param decay number above 0; by default {@code 0.95}
     */
    public Exponential decay(double decay) {
        return with("decay", decay);
    }
}
