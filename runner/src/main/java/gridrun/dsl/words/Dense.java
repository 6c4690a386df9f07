// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Fully connected layer, {@code y = f(x W + b)}, over the last dimension.
 *
 * <p>W is stored input-major, so the forward pass and the weight gradient need no transpose.
 *
 * <p>Shapes: x {@code [..., in]}; W {@code [in, units]}; b {@code [units]}; y {@code [..., units]}.
 */
public final class Dense extends Phrase<Dense> implements Layer {

    Dense(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Dense of(Tree.Mapping changed) {
        return new Dense(changed);
    }

    /**
     * The width of the output.
     *
     * @param units whole number from 1; required
     */
    public Dense units(int units) {
        return with("units", units);
    }

    /**
     * f; null for the model's.
     *
     * @param activation one of the activations
     */
    public Dense activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public Dense init(Initializer init) {
        return with("init", init);
    }

    /**
     * Whether there is a b, which begins at zero.
     *
     * @param bias {@code true} or {@code false}; by default {@code true}
     */
    public Dense bias(boolean bias) {
        return with("bias", bias);
    }

    /**
     * λ of a penalty {@code λ Σ|w|} on W; null for the run's.
     *
     * @param l1 number from 0
     */
    public Dense l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of a penalty {@code λ Σw²} on W; null for the run's.
     *
     * @param l2 number from 0
     */
    public Dense l2(double l2) {
        return with("l2", l2);
    }
}
