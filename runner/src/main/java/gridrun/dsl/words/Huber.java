// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Half the squared difference where it is small, and a line from there on, so that outliers pull no harder the farther
 * they are.
 *
 * <p>Source: Huber, Robust estimation of a location parameter, 1964.
 */
public final class Huber extends Phrase<Huber> implements Loss {

    Huber(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Huber of(Tree.Mapping changed) {
        return new Huber(changed);
    }

    /**
     * The difference at which the line begins.
     *
     * @param delta number above 0; by default {@code 1}
     */
    public Huber delta(double delta) {
        return with("delta", delta);
    }
}
