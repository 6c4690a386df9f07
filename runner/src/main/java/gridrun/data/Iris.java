package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Irises of three species, told apart by the length and width of their sepals and petals: 150 flowers, 50 a species,
 * in centimetres.
 *
 * <p>Inputs have the shape {@code [4]}; one species is separable from the others by a line. Source: Fisher, The use of
 * multiple measurements in taxonomic problems, 1936, CC BY 4.0; values and order are scikit-learn's.
 *
 * <p>Example: {@code data: {type: iris, validation: 0.3}}
 *
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record Iris(
        @Default("true") boolean standardize,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements Bundled {

    public Iris {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public BundledTable table() {
        return BundledTable.of("iris.csv", true);
    }
}
