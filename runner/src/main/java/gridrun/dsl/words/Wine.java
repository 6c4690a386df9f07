// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Wines of three cultivars from one region of Italy, told apart by a chemical analysis: 178 wines, 59, 71 and 48 a
 * cultivar.
 *
 * <p>Inputs have the shape {@code [13]}.
 *
 * <p>Source: Aeberhard and Forina, Wine, UCI Machine Learning Repository, 1992, CC BY 4.0; values and order are
 * scikit-learn's.
 */
public final class Wine extends Phrase<Wine> implements DatasetSpec {

    Wine(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Wine of(Tree.Mapping changed) {
        return new Wine(changed);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public Wine standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Wine validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Wine test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Wine folds(int folds) {
        return with("folds", folds);
    }
}
