package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/**
 * Long short-term memory: {@code i, f, g, o} from {@code x_t + h_{t-1} U}, {@code c_t = f c_{t-1} + i g} and
 * {@code h_t = o tanh(c_t)}; see {@link gridrun.kernel.Recurrences#lstm}. The gates' gradients are those of the projection too.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory, 1997.
 */
public final class Lstm extends Recurrence {

    private final Node gates;
    private final Node cells;
    private final Node squashed;
    private final Node cellGradients;
    private Tensor[] gate;
    private Tensor[] cell;
    private Tensor[] tanh;

    private Lstm(Graph graph, Node projection, Node recurrent, boolean sequences) {
        super(graph, projection, recurrent, sequences);
        Shape state = Shape.of(projection.shape().dimension(1), recurrent.shape().dimension(0));
        this.gates = graph.buffer(projection.shape());
        this.cells = graph.buffer(state.batched(steps()));
        this.squashed = graph.buffer(state.batched(steps()));
        this.cellGradients = graph.buffer(state);
    }

    /** Runs the cell over x [time, batch, 4 units] with U [units, 4 units]; the result is every state or the last. */
    public static Node trace(Graph graph, Node projection, Node recurrent, boolean sequences) {
        return graph.record(new Lstm(graph, projection, recurrent, sequences));
    }

    @Override
    public void bind() {
        super.bind();
        gate = gates.value().parts();
        cell = cells.value().parts();
        tanh = squashed.value().parts();
    }

    @Override
    void advance(Kernels kernels, int t) {
        addState(kernels, t, gate[t]);
        kernels.recurrences().lstm(gate[t], cellBefore(t), cell[t], tanh[t], state(t));
    }

    @Override
    void retreat(Kernels kernels, int t) {
        Tensor fromBehind = t == steps() - 1 ? zeros() : cellGradients.value();
        kernels.recurrences().lstmGradient(gate[t], cellBefore(t), tanh[t], stateGradient(t), fromBehind,
                projectionGradient(t), cellGradients.value());
    }

    private Tensor cellBefore(int t) {
        return t == 0 ? zeros() : cell[t - 1];
    }

    @Override
    int cellFlops() {
        return 3 * Unary.SIGMOID.flops() + 2 * Unary.TANH.flops() + 4;
    }

    @Override
    int cellGradientFlops() {
        return 25;
    }
}
