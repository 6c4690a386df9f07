package gridrun.nn;

import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Lstm;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;

/**
 * Long short-term memory: gates decide what a cell takes in, keeps and shows, so that gradients reach far back.
 *
 * <ul><li>x {@code [batch, time, in]}<li>W {@code [in, 4 units]}<li>U {@code [units, 4 units]}<li>b {@code [4 units]}
 * <li>y {@code [batch, units]}, or {@code [batch, time, units]}</ul>
 *
 * <p>{@code i, f, g, o = x W + h U + b} side by side; {@code c = σ(f) c + σ(i) tanh(g)}; {@code h = σ(o) tanh(c)}. b
 * begins at zero, but that of the forget gate f at 1, so that cells keep what they have at first. Source: Hochreiter
 * and Schmidhuber, Long short-term memory, 1997; the forget gate: Gers et al., Learning to forget, 2000; its bias:
 * Jozefowicz et al., 2015.
 *
 * <p>Example: {@code model: {layers: [{lstm: {units: 32, return_sequences: true}}, {lstm: 16}]}}
 *
 * @param units the width of the state
 * @param returnSequences whether the output has the state of every step rather than of the last alone
 * @param goBackwards whether the last step is read first; the states then come out in that order
 * @param init of W; null for the model's
 * @param recurrentInit of U, as one matrix
 * @param l1 λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides
 * @param l2 λ of the penalty {@code λ Σw²} on W and U; null where the run decides
 */
public record LSTM(
        int units,
        @Default("false") boolean returnSequences,
        @Default("false") boolean goBackwards,
        @Default("null") Initializer init,
        @Default("orthogonal") Initializer recurrentInit,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Recurrent {

    public LSTM {
        Recurrent.check(units, l1, l2);
    }

    @Override
    public LSTM inherit(gridrun.activation.Activation modelActivation, Initializer modelInit) {
        return new LSTM(units, returnSequences, goBackwards, init == null ? modelInit : init, recurrentInit, l1, l2);
    }

    @Override
    public Node run(Graph graph, Node x) {
        Penalty penalty = new Penalty(l1, l2);
        int gates = Shape.product(4, units);
        Node w = graph.kernel("W", Shape.of(x.shape().last(), gates), init == null ? new GlorotUniform() : init,
                penalty);
        Node u = graph.kernel("U", Shape.of(units, gates), recurrentInit, penalty);
        Node b = graph.bias("b", Shape.of(gates), (bias, fan, rng) -> bias.slice(units, Shape.of(units)).fill(1));
        return Lstm.trace(graph, x, w, b, u, returnSequences);
    }
}
