package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Wines of three cultivars from one region of Italy, told apart by a chemical analysis: 178 wines, 59, 71 and 48 a
 * cultivar.
 *
 * <p>Inputs have the shape {@code [13]}. Source: Aeberhard and Forina, Wine, UCI Machine Learning Repository, 1992,
 * CC BY 4.0; values and order are scikit-learn's.
 *
 * <p>Example: {@code data: {type: wine, folds: 5}}
 *
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record Wine(
        @Default("true") boolean standardize,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements Bundled {

    public Wine {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("wine.csv", true);
    }
}
