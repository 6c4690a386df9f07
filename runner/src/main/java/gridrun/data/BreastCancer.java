package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Tumours of the breast, malignant or benign, told apart by the nuclei of their cells: 569 patients, 212 of them with
 * a malignant one, which is class 0.
 *
 * <p>Inputs have the shape {@code [30]}: mean, standard error and worst value of ten measures of a digitized image.
 * Source: Wolberg, Mangasarian, Street and Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning
 * Repository, 1995, CC BY 4.0; values and order are scikit-learn's.
 *
 * <p>Example: {@code data: {type: breast_cancer, test: 0.2}}
 *
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record BreastCancer(
        @Default("true") boolean standardize,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements Bundled {

    public BreastCancer {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("breast_cancer.csv", true);
    }
}
