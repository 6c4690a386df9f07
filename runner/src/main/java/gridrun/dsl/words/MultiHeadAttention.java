// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Self-attention: each step of a sequence reads from all steps, each head with weights {@code softmax(Q Kᵀ / √key_dim)}
 * of its own.
 *
 * <p>Shapes: x, y {@code [batch, time, features]}; Wqkv {@code [features, 3 num_heads key_dim]}, bqkv: queries, keys
 * and values side by side, each of them head by head; Wo {@code [num_heads key_dim, features]}, bo {@code [features]}.
 *
 * <p>Source: Vaswani et al., Attention is all you need, 2017.
 */
public final class MultiHeadAttention extends Phrase<MultiHeadAttention> implements Layer {

    MultiHeadAttention(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MultiHeadAttention of(Tree.Mapping changed) {
        return new MultiHeadAttention(changed);
    }

    /**
     * How many heads there are.
     *
     * @param numHeads whole number from 1; required
     */
    public MultiHeadAttention numHeads(int numHeads) {
        return with("num_heads", numHeads);
    }

    /**
     * The width of each head's queries, keys and values; null for the features divided by the heads.
     *
     * @param keyDim whole number from 1
     */
    public MultiHeadAttention keyDim(int keyDim) {
        return with("key_dim", keyDim);
    }

    /** Whether a step sees itself and earlier ones alone. */
    public MultiHeadAttention causal() {
        return with("causal", true);
    }

    /**
     * Whether a step sees itself and earlier ones alone.
     *
     * @param causal {@code true} or {@code false}; by default {@code false}
     */
    public MultiHeadAttention causal(boolean causal) {
        return with("causal", causal);
    }

    /**
     * The share of the attention weights that is dropped.
     *
     * @param dropout number from 0 to below 1; by default {@code 0}
     */
    public MultiHeadAttention dropout(double dropout) {
        return with("dropout", dropout);
    }

    /**
     * Whether there are bqkv and bo, which begin at zero.
     *
     * @param bias {@code true} or {@code false}; by default {@code true}
     */
    public MultiHeadAttention bias(boolean bias) {
        return with("bias", bias);
    }

    /**
     * Of Wqkv and Wo; null for the model's.
     *
     * @param init one of the initializers
     */
    public MultiHeadAttention init(Initializer init) {
        return with("init", init);
    }
}
