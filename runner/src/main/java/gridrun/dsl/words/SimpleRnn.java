// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * A simple recurrent layer, {@code h = f(x W + h U + b)}: its gradients fade or grow with every step back.
 *
 * <p>b begins at zero.
 *
 * <p>Shapes: x {@code [batch, time, in]}; W {@code [in, units]}; U {@code [units, units]}; b {@code [units]}; y
 * {@code [batch, units]}, or {@code [batch, time, units]}.
 *
 * <p>Source: Elman, Finding structure in time, 1990.
 */
public final class SimpleRnn extends Phrase<SimpleRnn> implements Recurrent {

    SimpleRnn(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected SimpleRnn of(Tree.Mapping changed) {
        return new SimpleRnn(changed);
    }

    /**
     * The width of the state.
     *
     * @param units whole number from 1; required
     */
    public SimpleRnn units(int units) {
        return with("units", units);
    }

    /**
     * f, element by element.
     *
     * @param activation one of the activations; by default {@code tanh}
     */
    public SimpleRnn activation(Activation activation) {
        return with("activation", activation);
    }

    /** Whether the output has the state of every step rather than of the last alone. */
    public SimpleRnn returnSequences() {
        return with("return_sequences", true);
    }

    /**
     * Whether the output has the state of every step rather than of the last alone.
     *
     * @param returnSequences {@code true} or {@code false}; by default {@code false}
     */
    public SimpleRnn returnSequences(boolean returnSequences) {
        return with("return_sequences", returnSequences);
    }

    /** Whether the last step is read first; the states then come out in that order. */
    public SimpleRnn goBackwards() {
        return with("go_backwards", true);
    }

    /**
     * Whether the last step is read first; the states then come out in that order.
     *
     * @param goBackwards {@code true} or {@code false}; by default {@code false}
     */
    public SimpleRnn goBackwards(boolean goBackwards) {
        return with("go_backwards", goBackwards);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public SimpleRnn init(Initializer init) {
        return with("init", init);
    }

    /**
     * Of U.
     *
     * @param recurrentInit one of the initializers; by default {@code orthogonal}
     */
    public SimpleRnn recurrentInit(Initializer recurrentInit) {
        return with("recurrent_init", recurrentInit);
    }

    /**
     * λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides.
     *
     * @param l1 number from 0
     */
    public SimpleRnn l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of the penalty {@code λ Σw²} on W and U; null where the run decides.
     *
     * @param l2 number from 0
     */
    public SimpleRnn l2(double l2) {
        return with("l2", l2);
    }
}
