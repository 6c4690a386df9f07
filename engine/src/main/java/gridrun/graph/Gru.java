package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/**
 * Gated recurrent unit: with {@code s_t = h_{t-1} U + [0, 0, c]}, each chain begun at the bias, r and z from {@code x_t
 * + s_t}, {@code n = tanh(x_t + r s_t)} and {@code h_t = (1 - z) n + z h_{t-1}}; see {@link
 * gridrun.kernel.Recurrences#gru}.
 *
 * <p>Because r multiplies s_t, its gradient is not that of the projection; it lies where the gates were. dc is the sum
 * of its rows.
 *
 * <p>Source: Cho et al., Learning phrase representations using RNN encoder-decoder for statistical machine translation,
 * 2014.
 */
public final class Gru extends Recurrence {

    private final Use bias;
    private final Node biases;
    private final Node biasGradients;
    private final Node gates;
    private final Node candidates;
    private final Node beyond;
    private Tensor candidateBias;
    private Tensor candidateBiasGradient;
    private Tensor[] gate;
    private Tensor[] candidate;

    private Gru(Graph graph, Node x, Node w, Node b, Node recurrent, Node bias, boolean sequences) {
        super(graph, x, w, b, recurrent, sequences);
        Shape state = Shape.of(x.shape().dimension(1), recurrent.shape().dimension(0));
        this.bias = graph.use(bias);
        this.biases = graph.buffer(b.shape());
        this.biasGradients = graph.buffer(b.shape());
        this.gates = graph.buffer(projection.shape());
        this.candidates = graph.buffer(state.batched(steps()));
        this.beyond = graph.buffer(state);
    }

    /**
     * Runs the cell over x [time, batch, in] with W [in, 3 units], b, U [units, 3 units] and c [units]; the result is
     * every state or the last.
     */
    public static Node trace(Graph graph, Node x, Node w, Node b, Node recurrent, Node bias, boolean sequences) {
        return graph.record(new Gru(graph, x, w, b, recurrent, bias, sequences));
    }

    @Override
    public List<Use> operands() {
        return List.of(projection, recurrent, bias);
    }

    @Override
    public void bind() {
        super.bind();
        int units = bias.shape().size();
        candidateBias = biases.value().slice(2 * units, bias.shape());
        candidateBiasGradient = biasGradients.value().slice(2 * units, bias.shape());
        gate = gates.value().parts();
        candidate = candidates.value().parts();
    }

    @Override
    public void enter() {
        super.enter();
        biases.value().fill(0); // those of the gates, which are in the projection
    }

    @Override
    void advance(Kernels kernels, int t) {
        if (t == 0) {
            kernels.elements().copy(bias.value(), candidateBias);
        }
        kernels.products().matMul(before(t), recurrent.value(), biases.value(), gate[t]);
        kernels.recurrences().gru(projection(t), gate[t], before(t), candidate[t], state(t));
    }

    @Override
    void retreat(Kernels kernels, int t) {
        Tensor incoming = t == 0 || incoming(t - 1) == null ? zeros() : incoming(t - 1);
        kernels.recurrences().gruGradient(gate[t], before(t), candidate[t], stateGradient(t), incoming,
                projection(t), gate[t], t == 0 ? beyond.value() : stateGradient(t - 1));
    }

    @Override
    Tensor sumGradients() {
        return gates.value();
    }

    @Override
    public int biasRows() {
        return gates.shape().rows();
    }

    /** Where {@link #retreat} from the step behind left it. */
    @Override
    Tensor carried(int t) {
        return stateGradient(t);
    }

    @Override
    public void backward(StepContext step) {
        super.backward(step);
        step.kernels().reductions().columnSums(gates.value(), biasGradients.value());
        step.kernels().elements().copy(candidateBiasGradient, bias.gradient());
    }

    @Override
    int cellFlops() {
        return 2 * Unary.SIGMOID.flops() + Unary.TANH.flops() + 7;
    }

    @Override
    int cellGradientFlops() {
        return 20;
    }

    /** With the product of the first step, which multiplies zeros. */
    @Override
    public long forwardFlops() {
        return super.forwardFlops() + 2L * projection.shape().dimension(1) * recurrent.shape().size();
    }

    /** With the sum of the rows that is the bias' gradient. */
    @Override
    public long backwardFlops() {
        return super.backwardFlops() + gates.shape().size();
    }
}
