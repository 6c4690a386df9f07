package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * Self-attention: each step of a sequence reads from all steps, each head with weights {@code softmax(Q Kᵀ / √key_dim)}
 * of its own.
 *
 * <ul><li>x, y {@code [batch, time, features]}
 * <li>Wqkv {@code [features, 3 num_heads key_dim]}, bqkv: queries, keys and values side by side, each of them head by
 * head
 * <li>Wo {@code [num_heads key_dim, features]}, bo {@code [features]}</ul>
 *
 * <p>Source: Vaswani et al., Attention is all you need, 2017.
 *
 * <p>Example: {@code model: {layers: [{dense: 32}, {multi_head_attention: {num_heads: 4, causal: true}},
 * global_average_pooling]}}
 *
 * @param numHeads how many heads there are
 * @param keyDim the width of each head's queries, keys and values; null for the features divided by the heads
 * @param causal whether a step sees itself and earlier ones alone
 * @param dropout the share of the attention weights that is dropped
 * @param bias whether there are bqkv and bo, which begin at zero
 * @param init of Wqkv and Wo; null for the model's
 */
public record MultiHeadAttention(
        int numHeads,
        @Default("null") Integer keyDim,
        @Default("false") boolean causal,
        @Default("0") double dropout,
        @Default("true") boolean bias,
        @Default("null") Initializer init) implements Layer {

    public MultiHeadAttention {
        Check.positive("numHeads", numHeads);
        if (keyDim != null) {
            Check.positive("keyDim", keyDim);
        }
        Check.fraction("dropout", dropout);
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new MultiHeadAttention(numHeads, keyDim, causal, dropout, bias, init == null ? modelInit : init);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("multi_head_attention");
        return graph.output(attend(graph, x));
    }

    /** The same inside the layer that was entered last. */
    Node attend(Graph graph, Node x) {
        graph.require(x.shape().rank() == 3, x.shape().example(), "is no sequence, which is", "[time, features]");
        int features = x.shape().last();
        graph.require(keyDim != null || features % numHeads == 0, x.shape().example(),
                "has features that do not divide among num_heads", numHeads + "; or set key_dim");
        int width = keyDim == null ? features : Shape.product(numHeads, keyDim);
        Node qkv = project(graph, x, "qkv", Shape.product(3, width));
        return project(graph, graph.attention(qkv, numHeads, causal, dropout), "o", features);
    }

    private Node project(Graph graph, Node x, String name, int units) {
        Shape weights = Shape.of(x.shape().last(), units);
        Node w = graph.kernel("W" + name, weights, init == null ? new GlorotUniform() : init);
        return graph.affine(x, w, bias ? graph.bias("b" + name, Shape.of(units), new Zeros()) : null);
    }
}
