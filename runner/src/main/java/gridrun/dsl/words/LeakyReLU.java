// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code x} above 0, {@code negative_slope x} below.
 *
 * <p>Source: Maas et al., Rectifier nonlinearities improve neural network acoustic models, 2013.
 */
public final class LeakyReLU extends Phrase<LeakyReLU> implements Activation {

    LeakyReLU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LeakyReLU of(Tree.Mapping changed) {
        return new LeakyReLU(changed);
    }

    /**
     * The slope below 0.
     *
     * @param negativeSlope number from 0; by default {@code 0.01}
     */
    public LeakyReLU negativeSlope(double negativeSlope) {
        return with("negative_slope", negativeSlope);
    }
}
