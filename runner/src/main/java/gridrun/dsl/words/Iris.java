// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Irises of three species, told apart by the length and width of their sepals and petals: 150 flowers, 50 a species, in
 * centimetres.
 *
 * <p>Inputs have the shape {@code [4]}; one species is separable from the others by a line.
 *
 * <p>Source: Fisher, The use of multiple measurements in taxonomic problems, 1936, CC BY 4.0; values and order are
 * scikit-learn's.
 */
public final class Iris extends Phrase<Iris> implements DatasetSpec {

    Iris(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Iris of(Tree.Mapping changed) {
        return new Iris(changed);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1, as the training part has them.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public Iris standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public Iris validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public Iris test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public Iris folds(int folds) {
        return with("folds", folds);
    }
}
