// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Layers of a transformer's encoder: self-attention, then a feed-forward network for each step, each added to what it
 * read and normalized.
 *
 * <p>Each of the {@code num_layers} is a layer by name and has parameters of its own. Dropout acts where PyTorch has
 * it: on the attention weights, on the output of the attention, within the feed-forward network and on its output. With
 * {@code norm_first}, what comes out last is a sum that is not normalized, as in Keras and PyTorch: a
 * {@code layer_normalization} may follow. Sources: Vaswani et al., Attention is all you need, 2017; Xiong et al., On
 * layer normalization in the transformer architecture, 2020.
 *
 * <p>Shapes: x, y {@code [batch, time, d_model]}; Wqkv {@code [d_model, 3 d_model]}, bqkv, Wo
 * {@code [d_model, d_model]}, bo: the attention; see {@code multi_head_attention}; W1 {@code [d_model, d_ff]}, b1, W2
 * {@code [d_ff, d_model]}, b2: the feed-forward network {@code f(x W1 + b1) W2 + b2}; gamma1, beta1, gamma2, beta2
 * {@code [d_model]}: the normalizations of the two.
 */
public final class TransformerEncoder extends Phrase<TransformerEncoder> implements Layer {

    TransformerEncoder(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected TransformerEncoder of(Tree.Mapping changed) {
        return new TransformerEncoder(changed);
    }

    /**
     * The heads of the attention; they divide the width.
     *
     * @param numHeads whole number from 1; required
     */
    public TransformerEncoder numHeads(int numHeads) {
        return with("num_heads", numHeads);
    }

    /**
     * The width inside the feed-forward network.
     *
     * @param dFf whole number from 1; required
     */
    public TransformerEncoder dFf(int dFf) {
        return with("d_ff", dFf);
    }

    /**
     * The width; null for that of the input, from which it may not differ.
     *
     * @param dModel whole number from 1
     */
    public TransformerEncoder dModel(int dModel) {
        return with("d_model", dModel);
    }

    /**
     * How many layers follow one another.
     *
     * @param numLayers whole number from 1; by default {@code 1}
     */
    public TransformerEncoder numLayers(int numLayers) {
        return with("num_layers", numLayers);
    }

    /**
     * The share that is dropped.
     *
     * @param dropout number from 0 to below 1; by default {@code 0}
     */
    public TransformerEncoder dropout(double dropout) {
        return with("dropout", dropout);
    }

    /**
     * Whether each of the two parts reads normalized numbers (pre-norm); else their sums are normalized (post-norm).
     */
    public TransformerEncoder normFirst() {
        return with("norm_first", true);
    }

    /**
     * Whether each of the two parts reads normalized numbers (pre-norm); else their sums are normalized (post-norm).
     *
     * @param normFirst {@code true} or {@code false}; by default {@code false}
     */
    public TransformerEncoder normFirst(boolean normFirst) {
        return with("norm_first", normFirst);
    }

    /**
     * F.
     *
     * @param activation one of the activations; by default {@code relu}
     */
    public TransformerEncoder activation(Activation activation) {
        return with("activation", activation);
    }

    /** Whether a step sees itself and earlier ones alone. */
    public TransformerEncoder causal() {
        return with("causal", true);
    }

    /**
     * Whether a step sees itself and earlier ones alone.
     *
     * @param causal {@code true} or {@code false}; by default {@code false}
     */
    public TransformerEncoder causal(boolean causal) {
        return with("causal", causal);
    }

    /**
     * Of all weights; null for the model's.
     *
     * @param init one of the initializers
     */
    public TransformerEncoder init(Initializer init) {
        return with("init", init);
    }
}
