// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Stochastic gradient descent, {@code w = w - rate g}, with momentum if asked for.
 *
 * <p>Momentum {@code v = μ v + g; w = w - rate v} is Polyak's, Some methods of speeding up the convergence of iteration
 * methods, 1964; Nesterov's form is as in Sutskever et al., On the importance of initialization and momentum, 2013.
 */
public final class SGD extends Phrase<SGD> implements Optimizer {

    SGD(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected SGD of(Tree.Mapping changed) {
        return new SGD(changed);
    }

    /**
     * μ, from 0 (none) up to 1.
     *
     * @param momentum number from 0 to below 1; by default {@code 0}
     */
    public SGD momentum(double momentum) {
        return with("momentum", momentum);
    }

    /** Whether the gradient is taken as if one step ahead. */
    public SGD nesterov() {
        return with("nesterov", true);
    }

    /**
     * Whether the gradient is taken as if one step ahead.
     *
     * @param nesterov {@code true} or {@code false}; by default {@code false}
     */
    public SGD nesterov(boolean nesterov) {
        return with("nesterov", nesterov);
    }
}
