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
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param validation the share held out for validation
 */
public record BreastCancer(
        @Default("true") boolean standardize,
        @Default("0.2") double validation) implements Bundled {

    public BreastCancer {
        Check.fraction("validation", validation);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("breast_cancer.csv", true);
    }
}
