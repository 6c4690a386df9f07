// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Handwritten digits: 60,000 images for training and 10,000 for the test, 28 by 28 pixels scaled to [0, 1].
 *
 * <p>Inputs have the shape {@code [28, 28, 1]}.
 *
 * <p>Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, 1998.
 */
public final class MNIST extends Phrase<MNIST> implements DatasetSpec {

    MNIST(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MNIST of(Tree.Mapping changed) {
        return new MNIST(changed);
    }

    /**
     * How many examples to use, the first ones, of the training and of the test part each; all without one.
     *
     * @param limit whole number from 20
     */
    public MNIST limit(int limit) {
        return with("limit", limit);
    }

    /**
     * The share of the training part that is held out for validation.
     *
     * @param validation number from 0 to below 1; by default {@code 0.1}
     */
    public MNIST validation(double validation) {
        return with("validation", validation);
    }

    /**
     * Into how many folds the training part is divided, each of which is the validation part once; 0 for none, else
     * {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public MNIST folds(int folds) {
        return with("folds", folds);
    }
}
