package gridrun.nn;

import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.RandomNormal;
import gridrun.tensor.Shape;

/**
 * Adds to each step of a sequence numbers that tell its place, {@code y = x + P}, for attention itself sees no order.
 *
 * <ul><li>x, y {@code [batch, time, features]}<li>P {@code [time, features]}</ul>
 *
 * <p>The sinusoidal P has {@code sin(t / 10000^(2 i / features))} in column {@code 2 i} and the cosine of the same
 * angle in column {@code 2 i + 1}. The learnt one begins normal with a deviation of 0.02. Sources: Vaswani et al.,
 * Attention is all you need, 2017; Devlin et al., BERT, 2019, for the learnt one.
 *
 * <p>Example: {@code model: {layers: [{dense: 32}, positional_encoding, {multi_head_attention: {num_heads: 4}},
 * flatten]}}
 *
 * @param kind whether P is computed or learnt
 */
public record PositionalEncoding(@Default("sinusoidal") Kind kind) implements Layer {

    /** Where the numbers come from. */
    public enum Kind {
        /** Sines and cosines of fixed frequencies; no parameters. */
        SINUSOIDAL,
        /** Parameters. */
        LEARNED
    }

    private static final double LONGEST = 10_000;

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("positional_encoding");
        graph.require(x.shape().rank() == 3, x.shape().example(), "is no sequence, which is", "[time, features]");
        Shape shape = x.shape().example();
        Node positions = kind == Kind.LEARNED
                ? graph.kernel("P", shape, new RandomNormal(0.02))
                : graph.constant(shape, i -> sinusoid(i / shape.last(), i % shape.last(), shape.last()));
        return graph.output(graph.add(x, positions));
    }

    private static double sinusoid(int time, int column, int features) {
        double angle = time / StrictMath.pow(LONGEST, (double) (column - column % 2) / features);
        return column % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }
}
