// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Divides each gradient by the root of the sum of all its squares so far:
 * {@code s = s + g²; w = w - rate g / (√s + ε)}.
 *
 * <p>Source: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic optimization,
 * 2011.
 */
public final class Adagrad extends Phrase<Adagrad> implements Optimizer {

    Adagrad(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Adagrad of(Tree.Mapping changed) {
        return new Adagrad(changed);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public Adagrad epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
