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
 * Layers of a transformer's encoder: self-attention, then a feed-forward network for each step, each added to what it
 * read and normalized.
 *
 * <ul><li>x, y {@code [batch, time, d_model]}
 * <li>Wqkv {@code [d_model, 3 d_model]}, bqkv, Wo {@code [d_model, d_model]}, bo: the attention; see
 * {@code multi_head_attention}
 * <li>W1 {@code [d_model, d_ff]}, b1, W2 {@code [d_ff, d_model]}, b2: the feed-forward network
 * {@code f(x W1 + b1) W2 + b2}
 * <li>gamma1, beta1, gamma2, beta2 {@code [d_model]}: the normalizations of the two</ul>
 *
 * <p>Each of the {@code num_layers} is a layer by name and has parameters of its own. Dropout acts where PyTorch has
 * it: on the attention weights, on the output of the attention, within the feed-forward network and on its output. With
 * {@code norm_first}, what comes out last is a sum that is not normalized, as in Keras and PyTorch: a
 * {@code layer_normalization} may follow. Sources: Vaswani et al., Attention is all you need, 2017; Xiong et al., On
 * layer normalization in the transformer architecture, 2020.
 *
 * <p>Example: {@code model: {layers: [{dense: 32}, positional_encoding, {transformer_encoder: {num_heads: 4, d_ff: 64,
 * num_layers: 2}}, global_average_pooling]}}
 *
 * @param numHeads the heads of the attention; they divide the width
 * @param dFf the width inside the feed-forward network
 * @param dModel the width; null for that of the input, from which it may not differ
 * @param numLayers how many layers follow one another
 * @param dropout the share that is dropped
 * @param normFirst whether each of the two parts reads normalized numbers (pre-norm); else their sums are
 *     normalized (post-norm)
 * @param activation f
 * @param causal whether a step sees itself and earlier ones alone
 * @param init of all weights; null for the model's
 */
public record TransformerEncoder(
        int numHeads,
        int dFf,
        @Default("null") Integer dModel,
        @Default("1") int numLayers,
        @Default("0") double dropout,
        @Default("false") boolean normFirst,
        @Default("relu") Activation activation,
        @Default("false") boolean causal,
        @Default("null") Initializer init) implements Layer {

    private static final LayerNormalization NORMALIZATION = new LayerNormalization(1e-5);

    public TransformerEncoder {
        Check.positive("numHeads", numHeads);
        Check.positive("dFf", dFf);
        if (dModel != null) {
            Check.positive("dModel", dModel);
            Check.that(dModel % numHeads == 0, "dModel", dModel, "a multiple of num_heads, which is " + numHeads);
        }
        Check.positive("numLayers", numLayers);
        Check.fraction("dropout", dropout);
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new TransformerEncoder(numHeads, dFf, dModel, numLayers, dropout, normFirst, activation, causal,
                init == null ? modelInit : init);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        Node y = x;
        for (int i = 0; i < numLayers; i++) {
            graph.enter("transformer_encoder");
            graph.require(dModel == null || y.shape().last() == dModel, y.shape().example(),
                    "has another width than d_model; put before it", "dense: " + dModel);
            y = graph.output(layer(graph, y));
        }
        return y;
    }

    private Node layer(Graph graph, Node x) {
        MultiHeadAttention attention = new MultiHeadAttention(numHeads, null, causal, dropout, true, init);
        if (normFirst) {
            Node attended = drop(graph, attention.attend(graph, NORMALIZATION.normalize(graph, x, "1")));
            Node sum = graph.add(x, attended);
            return graph.add(sum, drop(graph, feedForward(graph, NORMALIZATION.normalize(graph, sum, "2"))));
        }
        Node sum = graph.add(x, drop(graph, attention.attend(graph, x)));
        Node attended = NORMALIZATION.normalize(graph, sum, "1");
        return NORMALIZATION.normalize(graph, graph.add(attended, drop(graph, feedForward(graph, attended))), "2");
    }

    private Node feedForward(Graph graph, Node x) {
        Node inner = activation.trace(graph, affine(graph, x, "1", dFf));
        return affine(graph, drop(graph, inner), "2", x.shape().last());
    }

    private Node affine(Graph graph, Node x, String number, int units) {
        Shape weights = Shape.of(x.shape().last(), units);
        Node w = graph.kernel("W" + number, weights, init == null ? new GlorotUniform() : init);
        return graph.affine(x, w, graph.bias("b" + number, Shape.of(units), new Zeros()));
    }

    private Node drop(Graph graph, Node x) {
        return dropout == 0 ? x : graph.dropout(x, dropout);
    }
}
