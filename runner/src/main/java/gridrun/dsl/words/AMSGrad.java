// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Adam whose divisor never shrinks: in place of the mean square stands the largest that there has been.
 *
 * <p>Source: Reddi, Kale and Kumar, On the convergence of Adam and beyond, 2018; both means are corrected for their
 * start at 0, as in PyTorch.
 */
public final class AMSGrad extends Phrase<AMSGrad> implements Optimizer {

    AMSGrad(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AMSGrad of(Tree.Mapping changed) {
        return new AMSGrad(changed);
    }

    /**
     * The share of the past in the mean.
     *
     * @param beta1 number from 0 to below 1; by default {@code 0.9}
     */
    public AMSGrad beta1(double beta1) {
        return with("beta1", beta1);
    }

    /**
     * The share of the past in the mean square.
     *
     * @param beta2 number from 0 to below 1; by default {@code 0.999}
     */
    public AMSGrad beta2(double beta2) {
        return with("beta2", beta2);
    }

    /**
     * What keeps the divisor from 0.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-7}
     */
    public AMSGrad epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
