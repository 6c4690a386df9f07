package gridrun.nn;

import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Gru;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * Gated recurrent unit: as an LSTM with two gates and no cell beside the state.
 *
 * <ul><li>x {@code [batch, time, in]}<li>W {@code [in, 3 units]}<li>U {@code [units, 3 units]}<li>b {@code [3 units]}
 * <li>c {@code [units]}<li>y {@code [batch, units]}, or {@code [batch, time, units]}</ul>
 *
 * <p>{@code r = σ(x Wr + br + h Ur)}, {@code z = σ(x Wz + bz + h Uz)}, {@code n = tanh(x Wn + bn + r (h Un + c))} and
 * {@code h = (1 - z) n + z h}, with r, z, n side by side in W, U and b; b and c begin at zero. Source: Cho et al.,
 * Learning phrase representations using RNN encoder-decoder, 2014, with the reset gate behind the product as in cuDNN,
 * Keras and PyTorch.
 *
 * <p>Example: {@code model: {layers: [{gru: 32}]}}
 *
 * @param units the width of the state
 * @param returnSequences whether the output has the state of every step rather than of the last alone
 * @param goBackwards whether the last step is read first; the states then come out in that order
 * @param init of W; null for the model's
 * @param recurrentInit of U, as one matrix
 * @param l1 λ of the penalty {@code λ Σ|w|} on W and U; null where the run decides
 * @param l2 λ of the penalty {@code λ Σw²} on W and U; null where the run decides
 */
public record GRU(
        int units,
        @Default("false") boolean returnSequences,
        @Default("false") boolean goBackwards,
        @Default("null") Initializer init,
        @Default("orthogonal") Initializer recurrentInit,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Recurrent {

    public GRU {
        Recurrent.check(units, l1, l2);
    }

    @Override
    public GRU inherit(gridrun.activation.Activation modelActivation, Initializer modelInit) {
        return new GRU(units, returnSequences, goBackwards, init == null ? modelInit : init, recurrentInit, l1, l2);
    }

    @Override
    public Node run(Graph graph, Node x) {
        Penalty penalty = new Penalty(l1, l2);
        int gates = Shape.product(3, units);
        Node w = graph.kernel("W", Shape.of(x.shape().last(), gates), init == null ? new GlorotUniform() : init,
                penalty);
        Node u = graph.kernel("U", Shape.of(units, gates), recurrentInit, penalty);
        Node b = graph.bias("b", Shape.of(gates), new Zeros());
        Node c = graph.bias("c", Shape.of(units), new Zeros());
        return Gru.trace(graph, x, w, b, u, c, returnSequences);
    }
}
