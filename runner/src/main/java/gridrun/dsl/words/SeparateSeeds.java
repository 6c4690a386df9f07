// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Seeds of single purposes, every one of one with every one of another, so that results say which purpose their spread
 * comes from.
 *
 * <p>What is not named keeps the experiment's seed.
 */
public final class SeparateSeeds extends Phrase<SeparateSeeds> {

    SeparateSeeds(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected SeparateSeeds of(Tree.Mapping changed) {
        return new SeparateSeeds(changed);
    }

    /**
     * Of generated data: a number of seeds, or a list of them.
     *
     * @param data whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds data(int data) {
        return with("data", data);
    }

    /**
     * Of generated data: a number of seeds, or a list of them.
     *
     * @param data whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds data(long... data) {
        return with("data", data);
    }

    /**
     * Of the choice of the examples that are held out.
     *
     * @param split whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds split(int split) {
        return with("split", split);
    }

    /**
     * Of the choice of the examples that are held out.
     *
     * @param split whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds split(long... split) {
        return with("split", split);
    }

    /**
     * Of the weights with which training begins.
     *
     * @param init whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds init(int init) {
        return with("init", init);
    }

    /**
     * Of the weights with which training begins.
     *
     * @param init whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds init(long... init) {
        return with("init", init);
    }

    /**
     * Of the order of the examples, and of dropout.
     *
     * @param order whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds order(int order) {
        return with("order", order);
    }

    /**
     * Of the order of the examples, and of dropout.
     *
     * @param order whole number from 1 to 100,000 or list of whole numbers
     */
    public SeparateSeeds order(long... order) {
        return with("order", order);
    }
}
