// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * How far diabetes went on within a year, a real number from 25 to 346, by age, sex, body mass index, blood pressure
 * and six values of blood serum: 442 patients.
 *
 * <p>Inputs have the shape {@code [10]} and are as they were measured.
 *
 * <p>Source: Efron, Hastie, Johnstone and Tibshirani, Least angle regression, 2004; values and order are those of
 * scikit-learn's {@code load_diabetes(scaled=False)}.
 */
public final class Diabetes extends Phrase<Diabetes> implements DatasetSpec {

    Diabetes(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Diabetes of(Tree.Mapping changed) {
        return new Diabetes(changed);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public Diabetes standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * Whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is that of scaled targets,
     * {@code rmse} and predictions are of the targets as they are.
     *
     * @param standardizeTargets {@code true} or {@code false}; by default {@code true}
     */
    public Diabetes standardizeTargets(boolean standardizeTargets) {
        return with("standardize_targets", standardizeTargets);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Diabetes validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Diabetes test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Diabetes folds(int folds) {
        return with("folds", folds);
    }
}
