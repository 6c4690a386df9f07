// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Adam with weight decay decoupled from the gradient: before each step {@code w = w (1 - rate λ)}, biases left alone.
 *
 * <p>Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019.
 */
public final class AdamW extends Phrase<AdamW> implements Optimizer {

    AdamW(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AdamW of(Tree.Mapping changed) {
        return new AdamW(changed);
    }

    /**
     * λ.
     *
     * @param weightDecay number from 0; by default {@code 0.01}
     */
    public AdamW weightDecay(double weightDecay) {
        return with("weight_decay", weightDecay);
    }

    /**
     * The share of the past in the mean.
     *
     * @param beta1 number from 0 to below 1; by default {@code 0.9}
     */
    public AdamW beta1(double beta1) {
        return with("beta1", beta1);
    }

    /**
     * The share of the past in the mean square.
     *
     * @param beta2 number from 0 to below 1; by default {@code 0.999}
     */
    public AdamW beta2(double beta2) {
        return with("beta2", beta2);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public AdamW epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
