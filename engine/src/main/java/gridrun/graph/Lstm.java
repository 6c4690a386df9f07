package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/**
 * Long short-term memory: {@code i, f, g, o} from {@code x_t + h_{t-1} U}, {@code c_t = f c_{t-1} + i g} and
 * {@code h_t = o tanh(c_t)}; see {@link gridrun.kernel.Recurrences#lstm}. The gates lie where the projection was, and
 * their gradients, which are those of the projection too, where the gates were.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory, 1997.
 */
public final class Lstm extends Recurrence {

    private final Node cells;
    private final Node squashed;
    private final Node cellGradients;
    private Tensor[] cell;
    private Tensor[] tanh;

    private Lstm(Graph graph, Node x, Node w, Node b, Node recurrent, boolean sequences) {
        super(graph, x, w, b, recurrent, sequences);
        Shape state = Shape.of(x.shape().dimension(1), recurrent.shape().dimension(0));
        this.cells = graph.buffer(state.batched(steps()));
        this.squashed = graph.buffer(state.batched(steps()));
        this.cellGradients = graph.buffer(state);
    }

    /**
     * Runs the cell over x [time, batch, in] with W [in, 4 units], b and U [units, 4 units]; the result is every state
     * or the last.
     */
    public static Node trace(Graph graph, Node x, Node w, Node b, Node recurrent, boolean sequences) {
        return graph.record(new Lstm(graph, x, w, b, recurrent, sequences));
    }

    @Override
    public void bind() {
        super.bind();
        cell = cells.value().parts();
        tanh = squashed.value().parts();
    }

    @Override
    void advance(Kernels kernels, int t) {
        addState(kernels, t);
        kernels.recurrences().lstm(projection(t), cellBefore(t), cell[t], tanh[t], state(t));
    }

    @Override
    void retreat(Kernels kernels, int t) {
        Tensor fromBehind = t == steps() - 1 ? zeros() : cellGradients.value();
        kernels.recurrences().lstmGradient(projection(t), cellBefore(t), tanh[t], stateGradient(t), fromBehind,
                projection(t), cellGradients.value());
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
