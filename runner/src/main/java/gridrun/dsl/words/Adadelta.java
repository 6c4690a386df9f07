// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Scales each gradient by the root mean square of the changes so far over that of the gradients, so that a step has the
 * parameter's unit and the learning rate is 1.
 *
 * <p>Source: Zeiler, ADADELTA: an adaptive learning rate method, 2012.
 */
public final class Adadelta extends Phrase<Adadelta> implements Optimizer {

    Adadelta(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Adadelta of(Tree.Mapping changed) {
        return new Adadelta(changed);
    }

    /**
     * The share of the past in both running means.
     *
     * @param rho number from 0 to below 1; by default {@code 0.95}
     */
    public Adadelta rho(double rho) {
        return with("rho", rho);
    }

    /**
     * Under both roots; what the first steps are made of.
     *
     * @param epsilon number from 1e-30 to 1e30; by default {@code 1e-6}
     */
    public Adadelta epsilon(double epsilon) {
        return with("epsilon", epsilon);
    }
}
