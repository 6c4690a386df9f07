// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Adaptive moments: running means of the gradient and of its square, each corrected for its start at 0.
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015.
 */
public final class Adam extends Phrase<Adam> implements Optimizer {

    Adam(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Adam of(Tree.Mapping changed) {
        return new Adam(changed);
    }

    /**
     * The share of the past in the mean.
     *
     * @param beta1 number from 0 to below 1; by default {@code 0.9}
     */
    public Adam beta1(double beta1) {
        return with("beta1", beta1);
    }

    /**
     * The share of the past in the mean square.
     *
     * @param beta2 number from 0 to below 1; by default {@code 0.999}
     */
    public Adam beta2(double beta2) {
        return with("beta2", beta2);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public Adam epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
