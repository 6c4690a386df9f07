// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * One rise to the learning rate and one fall far below where it began, each along half a cosine; the momentum stays as
 * it is.
 *
 * <p>Source: Smith, A disciplined approach to neural network hyper-parameters, 2018, where the ways are lines; the
 * cosines are those of PyTorch, whose last step has what here the step after the last would have.
 */
public final class OneCycle extends Phrase<OneCycle> implements Schedule {

    OneCycle(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected OneCycle of(Tree.Mapping changed) {
        return new OneCycle(changed);
    }

    /**
     * The share of all epochs in which the rate rises.
     *
     * @param warmupShare number from 0 to below 1; by default {@code 0.3}
     */
    public OneCycle warmupShare(double warmupShare) {
        return with("warmup_share", warmupShare);
    }

    /**
     * The rate begins at {@code 1 / divisor} of its largest.
     *
     * @param divisor number from 1; by default {@code 25}
     */
    public OneCycle divisor(double divisor) {
        return with("divisor", divisor);
    }

    /**
     * It falls towards {@code 1 / (divisor final_divisor)}, the rate of a step after the last.
     *
     * @param finalDivisor number from 1; by default {@code 10000}
     */
    public OneCycle finalDivisor(double finalDivisor) {
        return with("final_divisor", finalDivisor);
    }
}
