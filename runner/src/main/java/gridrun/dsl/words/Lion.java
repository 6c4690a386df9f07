// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Moves every parameter by the learning rate, against the sign of a mean of gradients:
 * {@code c = β1 m + (1 - β1) g; w = w - rate sign(c); m = β2 m + (1 - β2) g}.
 *
 * <p>Before each step {@code w = w (1 - rate λ)}, biases left alone. Its rates are a third to a tenth of Adam's, and λ
 * as much larger.
 *
 * <p>Source: Chen et al., Symbolic discovery of optimization algorithms, 2023.
 */
public final class Lion extends Phrase<Lion> implements Optimizer {

    Lion(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Lion of(Tree.Mapping changed) {
        return new Lion(changed);
    }

    /**
     * λ.
     *
     * @param weightDecay number from 0; by default {@code 0}
     */
    public Lion weightDecay(double weightDecay) {
        return with("weight_decay", weightDecay);
    }

    /**
     * The share of the past in the mean whose sign is taken.
     *
     * @param beta1 number from 0 to below 1; by default {@code 0.9}
     */
    public Lion beta1(double beta1) {
        return with("beta1", beta1);
    }

    /**
     * The share of the past in the mean that is kept.
     *
     * @param beta2 number from 0 to below 1; by default {@code 0.99}
     */
    public Lion beta2(double beta2) {
        return with("beta2", beta2);
    }
}
