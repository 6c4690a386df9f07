// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Tumours of the breast, malignant or benign, told apart by the nuclei of their cells: 569 patients, 212 of them with a
 * malignant one, which is class 0.
 *
 * <p>Inputs have the shape {@code [30]}: mean, standard error and worst value of ten measures of a digitized image.
 *
 * <p>Source: Wolberg, Mangasarian, Street and Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning
 * Repository, 1995, CC BY 4.0; values and order are scikit-learn's.
 */
public final class BreastCancer extends Phrase<BreastCancer> implements DatasetSpec {

    BreastCancer(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected BreastCancer of(Tree.Mapping changed) {
        return new BreastCancer(changed);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public BreastCancer standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public BreastCancer validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public BreastCancer test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public BreastCancer folds(int folds) {
        return with("folds", folds);
    }
}
