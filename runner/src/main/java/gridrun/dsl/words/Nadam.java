// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Adam with Nesterov's momentum: the mean of the gradients is taken as if one step ahead.
 *
 * <p>Source: Dozat, Incorporating Nesterov momentum into Adam, 2016, with the momentum schedule
 * {@code μ = β1 (1 - 0.96^(0.004 t) / 2)} of its section on details, as in Keras and PyTorch.
 */
public final class Nadam extends Phrase<Nadam> implements Optimizer {

    Nadam(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Nadam of(Tree.Mapping changed) {
        return new Nadam(changed);
    }

    /**
     * The share of the past in the mean.
     *
     * @param beta1 number from 0 to below 1; by default {@code 0.9}
     */
    public Nadam beta1(double beta1) {
        return with("beta1", beta1);
    }

    /**
     * The share of the past in the mean square.
     *
     * @param beta2 number from 0 to below 1; by default {@code 0.999}
     */
    public Nadam beta2(double beta2) {
        return with("beta2", beta2);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public Nadam epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
