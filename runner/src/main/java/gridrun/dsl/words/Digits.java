// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Handwritten digits in small: 1,797 images of 8 by 8 pixels, 174 to 183 of each digit, with grey values from 0 to 16
 * scaled to [0, 1].
 *
 * <p>Inputs have the shape {@code [8, 8, 1]}.
 *
 * <p>Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, the
 * test set, CC BY 4.0; values and order are scikit-learn's.
 */
public final class Digits extends Phrase<Digits> implements DatasetSpec {

    Digits(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Digits of(Tree.Mapping changed) {
        return new Digits(changed);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Digits validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Digits test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Digits folds(int folds) {
        return with("folds", folds);
    }
}
