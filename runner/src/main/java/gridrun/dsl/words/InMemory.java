// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Arrays or rows that a Java program has in memory: numbers and categories, and a target that is to be learnt.
 *
 * <p>A file can name such data, not give them: it has them where the same program runs it. Means, deviations and
 * categories are fitted on the training part only. Categories become zeros with a one; one that the training part lacks
 * is all zeros.
 */
public final class InMemory extends Phrase<InMemory> implements DatasetSpec {

    InMemory(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected InMemory of(Tree.Mapping changed) {
        return new InMemory(changed);
    }

    /**
     * The SHA-256 of all values and names, by which the data are recognized.
     *
     * @param content text; required
     */
    public InMemory content(String content) {
        return with("content", content);
    }

    /**
     * Whether numbers are scaled to mean 0 and standard deviation 1.
     *
     * @param standardize {@code true} or {@code false}; by default {@code true}
     */
    public InMemory standardize(boolean standardize) {
        return with("standardize", standardize);
    }

    /**
     * Whether real targets are scaled so for training; {@code rmse} and predictions are in the data's unit.
     *
     * @param standardizeTargets {@code true} or {@code false}; by default {@code true}
     */
    public InMemory standardizeTargets(boolean standardizeTargets) {
        return with("standardize_targets", standardizeTargets);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public InMemory validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn and the same for every seed.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public InMemory test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public InMemory folds(int folds) {
        return with("folds", folds);
    }
}
