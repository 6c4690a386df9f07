// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Gated recurrent unit: as an LSTM with two gates and no cell beside the state.
 *
 * <p>{@code r = σ(x Wr + br + h Ur)}, {@code z = σ(x Wz + bz + h Uz)}, {@code n = tanh(x Wn + bn + r (h Un + c))} and
 * {@code h = (1 - z) n + z h}, with r, z, n side by side in W, U and b; b and c begin at zero.
 *
 * <p>Shapes: x {@code [batch, time, in]}; W {@code [in, 3 units]}; U {@code [units, 3 units]}; b {@code [3 units]}; c
 * {@code [units]}; y {@code [batch, units]}, or {@code [batch, time, units]}.
 *
 * <p>Source: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014, with the reset gate behind
 * the product as in cuDNN, Keras and PyTorch.
 */
public final class GRU extends Phrase<GRU> implements Recurrent {

    GRU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GRU of(Tree.Mapping changed) {
        return new GRU(changed);
    }

    /**
     * The width of the state.
     *
     * @param units whole number from 1; required
     */
    public GRU units(int units) {
        return with("units", units);
    }

    /** Whether the output has the state of every step rather than of the last alone. */
    public GRU returnSequences() {
        return with("return_sequences", true);
    }

    /**
     * Whether the output has the state of every step rather than of the last alone.
     *
     * @param returnSequences {@code true} or {@code false}; by default {@code false}
     */
    public GRU returnSequences(boolean returnSequences) {
        return with("return_sequences", returnSequences);
    }

    /** Whether the last step is read first; the states then come out in that order. */
    public GRU goBackwards() {
        return with("go_backwards", true);
    }

    /**
     * Whether the last step is read first; the states then come out in that order.
     *
     * @param goBackwards {@code true} or {@code false}; by default {@code false}
     */
    public GRU goBackwards(boolean goBackwards) {
        return with("go_backwards", goBackwards);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public GRU init(Initializer init) {
        return with("init", init);
    }

    /**
     * Of U, as one matrix.
     *
     * @param recurrentInit one of the initializers; by default {@code orthogonal}
     */
    public GRU recurrentInit(Initializer recurrentInit) {
        return with("recurrent_init", recurrentInit);
    }

    /**
     * λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides.
     *
     * @param l1 number from 0
     */
    public GRU l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of the penalty {@code λ Σw²} on W and U; null where the run decides.
     *
     * @param l2 number from 0
     */
    public GRU l2(double l2) {
        return with("l2", l2);
    }
}
