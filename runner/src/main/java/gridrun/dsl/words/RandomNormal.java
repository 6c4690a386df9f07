// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Normal with a fixed standard deviation, whatever the size of the layer. */
public final class RandomNormal extends Phrase<RandomNormal> implements Initializer {

    RandomNormal(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected RandomNormal of(Tree.Mapping changed) {
        return new RandomNormal(changed);
    }

    /**
     * The standard deviation.
     *
     * @param stddev number from 0; by default {@code 0.05}
     */
    public RandomNormal stddev(double stddev) {
        return with("stddev", stddev);
    }
}
