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
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param validation the share held out for validation
 */
public record Wine(
        @Default("true") boolean standardize,
        @Default("0.2") double validation) implements Bundled {

    public Wine {
        Check.fraction("validation", validation);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("wine.csv", true);
    }
}
