// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Falls from 1 to a minimum along half a cosine, and begins anew at 1 after every period, if there is one.
 *
 * <p>Source: Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017.
 */
public final class Cosine extends Phrase<Cosine> implements Schedule {

    Cosine(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Cosine of(Tree.Mapping changed) {
        return new Cosine(changed);
    }

    /**
     * The epochs of the first fall; null for all epochs, which is one fall without a restart.
     *
     * @param period whole number from 1
     */
    public Cosine period(int period) {
        return with("period", period);
    }

    /**
     * How many times as long each period is as the one before.
     *
     * @param multiplier number from 1; by default {@code 1}
     */
    public Cosine multiplier(double multiplier) {
        return with("multiplier", multiplier);
    }

    /**
     * The factor at the end of a period.
     *
     * @param minimum number from 0 to 1; by default {@code 0}
     */
    public Cosine minimum(double minimum) {
        return with("minimum", minimum);
    }
}
