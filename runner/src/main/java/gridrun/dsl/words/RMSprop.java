// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Divides each gradient by a running root mean square of it: {@code s = ρ s + (1 - ρ) g²; w = w - rate g / (√s + ε)}.
 *
 * <p>Source: Tieleman and Hinton, Lecture 6.5, Neural networks for machine learning, 2012.
 */
public final class RMSprop extends Phrase<RMSprop> implements Optimizer {

    RMSprop(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected RMSprop of(Tree.Mapping changed) {
        return new RMSprop(changed);
    }

    /**
     * The share of the past in the running mean.
     *
     * @param rho number from 0 to below 1; by default {@code 0.9}
     */
    public RMSprop rho(double rho) {
        return with("rho", rho);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public RMSprop epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
