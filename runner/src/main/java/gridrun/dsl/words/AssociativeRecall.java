// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Associative recall: pairs of a key and a value, then one of the keys; which value belongs to it? Attention can look
 * it up, a recurrent network has to carry all pairs in its state.
 *
 * <p>Inputs have the shape {@code [pairs + 1]} and are ids for an embedding of {@code symbols² + symbols} rows: a pair
 * is {@code key · symbols + value}, the question {@code symbols² + key}. The keys of a sequence differ, values may
 * repeat; example i has the answer {@code i mod symbols}, which is its class. Guessing is right once in
 * {@code symbols}, naming one of the values shown about once in {@code pairs}.
 *
 * <p>Source: Graves, Wayne and Danihelka, Neural Turing machines, 2014, section 4.3; Arora et al., Zoology: measuring
 * and improving recall in efficient language models, 2023; here a key and its value are one step, as the binding of
 * neighbours is another task.
 */
public final class AssociativeRecall extends Phrase<AssociativeRecall> implements DatasetSpec {

    AssociativeRecall(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected AssociativeRecall of(Tree.Mapping changed) {
        return new AssociativeRecall(changed);
    }

    /**
     * The number of sequences.
     *
     * @param samples whole number from 16 to 10,000,000; by default {@code 20000}
     */
    public AssociativeRecall samples(int samples) {
        return with("samples", samples);
    }

    /**
     * How many a sequence shows, at most one for each symbol.
     *
     * @param pairs whole number from 1 to 1,000; by default {@code 8}
     */
    public AssociativeRecall pairs(int pairs) {
        return with("pairs", pairs);
    }

    /**
     * How many keys there are, and how many values.
     *
     * @param symbols whole number from 2 to 1,000; by default {@code 16}
     */
    public AssociativeRecall symbols(int symbols) {
        return with("symbols", symbols);
    }

    /**
     * The share held out for validation, of what is left by the test part.
     *
     * @param validation number from 0 to below 1; by default {@code 0.2}
     */
    public AssociativeRecall validation(double validation) {
        return with("validation", validation);
    }

    /**
     * The share held out for the test, before anything else is drawn; or a number of fresh examples for it.
     *
     * @param test number from 0 to below 1; by default {@code 0}
     */
    public AssociativeRecall test(double test) {
        return with("test", test);
    }

    /**
     * Into how many folds what is left by the test part is divided, each of which is the validation part once; 0 for
     * none, else {@code validation} is not used.
     *
     * @param folds whole number from 0 to 1,000; by default {@code 0}
     */
    public AssociativeRecall folds(int folds) {
        return with("folds", folds);
    }

    /**
     * Of the data; without one they follow the run's seed.
     *
     * @param seed whole number
     */
    public AssociativeRecall seed(long seed) {
        return with("seed", seed);
    }
}
