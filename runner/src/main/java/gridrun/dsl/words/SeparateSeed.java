// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** A seed for each purpose of random numbers. */
public final class SeparateSeed extends Phrase<SeparateSeed> {

    SeparateSeed(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected SeparateSeed of(Tree.Mapping changed) {
        return new SeparateSeed(changed);
    }

    /**
     * Of generated data.
     *
     * @param data whole number; by default {@code 0}
     */
    public SeparateSeed data(long data) {
        return with("data", data);
    }

    /**
     * Of the choice of the examples that are held out.
     *
     * @param split whole number; by default {@code 0}
     */
    public SeparateSeed split(long split) {
        return with("split", split);
    }

    /**
     * Of the weights with which training begins.
     *
     * @param init whole number; by default {@code 0}
     */
    public SeparateSeed init(long init) {
        return with("init", init);
    }

    /**
     * Of the order of the examples, and of dropout.
     *
     * @param order whole number; by default {@code 0}
     */
    public SeparateSeed order(long order) {
        return with("order", order);
    }
}
