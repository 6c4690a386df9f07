package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * How far diabetes went on within a year, a real number from 25 to 346, by age, sex, body mass index, blood pressure
 * and six values of blood serum: 442 patients.
 *
 * <p>Inputs have the shape {@code [10]} and are as they were measured. Source: Efron, Hastie, Johnstone and Tibshirani,
 * Least angle regression, 2004; values and order are those of scikit-learn's {@code load_diabetes(scaled=False)}.
 *
 * <p>Example: {@code data: {type: diabetes, folds: 10}}
 *
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param standardizeTargets whether targets are scaled to mean 0 and standard deviation 1 for training; the loss is
 *     that of scaled targets, {@code rmse} and predictions are of the targets as they are
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record Diabetes(
        @Default("true") boolean standardize,
        @Default("true") boolean standardizeTargets,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements Bundled {

    public Diabetes {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("diabetes.csv", false);
    }

    @Override
    public boolean standardizesTargets() {
        return standardizeTargets;
    }
}
