// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Long short-term memory: gates decide what a cell takes in, keeps and shows, so that gradients reach far back.
 *
 * <p>{@code i, f, g, o = x W + h U + b} side by side; {@code c = σ(f) c + σ(i) tanh(g)}; {@code h = σ(o) tanh(c)}. b
 * begins at zero, but that of the forget gate f at 1, so that cells keep what they have at first.
 *
 * <p>Shapes: x {@code [batch, time, in]}; W {@code [in, 4 units]}; U {@code [units, 4 units]}; b {@code [4 units]}; y
 * {@code [batch, units]}, or {@code [batch, time, units]}.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory, 1997; the forget gate: Gers et al., Learning to
 * forget, 2000; its bias: Jozefowicz et al., 2015.
 */
public final class LSTM extends Phrase<LSTM> implements Recurrent {

    LSTM(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LSTM of(Tree.Mapping changed) {
        return new LSTM(changed);
    }

    /**
     * The width of the state.
     *
     * @param units whole number from 1; required
     */
    public LSTM units(int units) {
        return with("units", units);
    }

    /** Whether the output has the state of every step rather than of the last alone. */
    public LSTM returnSequences() {
        return with("return_sequences", true);
    }

    /**
     * Whether the output has the state of every step rather than of the last alone.
     *
     * @param returnSequences {@code true} or {@code false}; by default {@code false}
     */
    public LSTM returnSequences(boolean returnSequences) {
        return with("return_sequences", returnSequences);
    }

    /** Whether the last step is read first; the states then come out in that order. */
    public LSTM goBackwards() {
        return with("go_backwards", true);
    }

    /**
     * Whether the last step is read first; the states then come out in that order.
     *
     * @param goBackwards {@code true} or {@code false}; by default {@code false}
     */
    public LSTM goBackwards(boolean goBackwards) {
        return with("go_backwards", goBackwards);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public LSTM init(Initializer init) {
        return with("init", init);
    }

    /**
     * Of U, as one matrix.
     *
     * @param recurrentInit one of the initializers; by default {@code orthogonal}
     */
    public LSTM recurrentInit(Initializer recurrentInit) {
        return with("recurrent_init", recurrentInit);
    }

    /**
     * λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides.
     *
     * @param l1 number from 0
     */
    public LSTM l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of the penalty {@code λ Σw²} on W and U; null where the run decides.
     *
     * @param l2 number from 0
     */
    public LSTM l2(double l2) {
        return with("l2", l2);
    }
}
