package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Permutation;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/**
 * A cell that is run over time: forward in one pass, back through time in the other.
 *
 * <p>What comes from the input was projected for all steps before, {@code [time, batch, gates * units]}: time leads, so
 * that the rows of a step lie together. Nobody else reads the projection, so what a cell makes of it takes its place,
 * and the gradient the place of that: a long sequence's tensors of gates are larger than the caches. The state before
 * the first step is 0. With {@code s_t} the sums that {@code h_{t-1} U} goes into and ds_t their gradients, this class
 * has what the cells share:
 * <ul>
 * <li>{@code dh_t = carried_t + ds_{t+1} Uᵀ}, each chain begun at what reaches h_t past the product; U is transposed
 * once a pass
 * <li>{@code dU = Σ_t h_{t-1}ᵀ ds_t}, one product over all steps from the second on, its chains in the order of time
 * and batch
 * </ul>
 *
 * <p>Source: Werbos, Backpropagation through time: what it does and how to do it, 1990.
 */
public abstract class Recurrence implements Op {

    final Use projection;
    final Use recurrent;
    private final Node result;
    private final Node states;
    private final Node stateGradients;
    private final Node transposed;
    private final Node zeros;
    private final Permutation transposition;
    private final boolean sequences;
    private final int steps;

    private Tensor[] projections;
    private Tensor[] state;
    private Tensor[] stateGradient;
    private Tensor[] incoming;
    private Tensor[] sumGradient;
    private Tensor earlierStates;
    private Tensor laterSumGradients;

    /**
     * @param x [time, batch, in]
     * @param w [in, gates * units]
     * @param b [gates * units]
     * @param recurrent U [units, gates * units]
     * @param sequences whether the result is the state of every step, [time, batch, units], or of the last, [batch,
     *     units]
     */
    Recurrence(Graph graph, Node x, Node w, Node b, Node recurrent, boolean sequences) {
        Node projection = graph.affine(x, w, b);
        Shape last = Shape.of(projection.shape().dimension(1), recurrent.shape().dimension(0));
        this.steps = projection.shape().dimension(0);
        this.sequences = sequences;
        this.projection = graph.take(projection);
        this.recurrent = graph.use(recurrent);
        this.result = graph.result(sequences ? last.batched(steps) : last, projection, recurrent);
        this.states = sequences ? result : graph.buffer(last.batched(steps));
        this.stateGradients = graph.buffer(last.batched(steps));
        this.zeros = graph.buffer(last);
        this.transposition = new Permutation(recurrent.shape(), 1, 0);
        this.transposed = graph.buffer(transposition.result());
    }

    /** Computes {@code state(t)}. */
    abstract void advance(Kernels kernels, int t);

    /** Computes the gradients of the step's sums and, in its place, its projection from {@code stateGradient(t)}. */
    abstract void retreat(Kernels kernels, int t);

    /** The gradients of the sums of all steps, {@code [time, batch, gates * units]}: here those of the projection. */
    Tensor sumGradients() {
        return projection.gradient();
    }

    /** What reaches h_t past the product; null for nothing. */
    Tensor carried(int t) {
        return incoming[t];
    }

    @Override
    public List<Use> operands() {
        return List.of(projection, recurrent);
    }

    @Override
    public final Node result() {
        return result;
    }

    @Override
    public void bind() {
        projections = projection.value().parts();
        state = states.value().parts();
        if (result.gradient() == null) {
            return;
        }
        incoming = sequences ? result.gradient().parts() : new Tensor[steps];
        incoming[steps - 1] = sequences ? incoming[steps - 1] : result.gradient();
        stateGradient = stateGradients.value().parts();
        stateGradient[steps - 1] = incoming[steps - 1];
        sumGradient = sumGradients().parts();
        if (steps > 1) {
            int rows = state[0].rows() * (steps - 1);
            earlierStates = states.value().slice(0, Shape.of(rows, state[0].columns()));
            laterSumGradients = sumGradients().slice(sumGradient[0].size(), Shape.of(rows, sumGradient[0].columns()));
        }
    }

    @Override
    public void enter() {
        zeros.value().fill(0);
    }

    @Override
    public final void forward(StepContext step) {
        Kernels kernels = step.kernels();
        kernels.products().hold(recurrent.value());
        try {
            for (int t = 0; t < steps; t++) {
                advance(kernels, t);
            }
        } finally {
            kernels.products().hold(null);
        }
        if (!sequences) {
            kernels.elements().copy(state[steps - 1], result.value());
        }
    }

    @Override
    public void backward(StepContext step) {
        Kernels kernels = step.kernels();
        kernels.layouts().permute(transposition, recurrent.value(), transposed.value());
        kernels.products().hold(transposed.value());
        try {
            retreat(kernels, steps - 1);
            for (int t = steps - 2; t >= 0; t--) {
                addGradient(kernels, t);
                retreat(kernels, t);
            }
        } finally {
            kernels.products().hold(null);
        }
        if (steps > 1) {
            kernels.products().matMulTransposedA(earlierStates, laterSumGradients, recurrent.gradient());
        } else {
            recurrent.gradient().fill(0);
        }
    }

    /**
     * Adds {@code h_{t-1} U} to the projection, each chain begun there, which leaves the sums of step t; the first step
     * has no more.
     */
    final void addState(Kernels kernels, int t) {
        if (t > 0) {
            kernels.products().matMulAdded(state[t - 1], recurrent.value(), projections[t], projections[t]);
        }
    }

    /** Computes {@code dh_t} from what is carried and the step behind. */
    private void addGradient(Kernels kernels, int t) {
        if (carried(t) == null) {
            kernels.products().matMul(sumGradient[t + 1], transposed.value(), null, stateGradient[t]);
        } else {
            kernels.products().matMulAdded(sumGradient[t + 1], transposed.value(), carried(t), stateGradient[t]);
        }
    }

    /** Step t's projection, or what took its place. */
    final Tensor projection(int t) {
        return projections[t];
    }

    final Tensor state(int t) {
        return state[t];
    }

    /** h_{t-1}, which is 0 before the first step. */
    final Tensor before(int t) {
        return t == 0 ? zeros() : state[t - 1];
    }

    /** The gradient of what follows the operation with respect to h_t; null for none. */
    final Tensor incoming(int t) {
        return incoming[t];
    }

    /** Zeros in the shape of a state, which nobody writes. */
    final Tensor zeros() {
        return zeros.value();
    }

    /** How many steps there are. */
    public final int steps() {
        return steps;
    }

    /**
     * The objective's gradient with respect to h_t after a backward pass, [batch, units]: all that reaches the state,
     * from this step's own output and from the steps behind it. Of an LSTM that is h_t alone: what goes on from c_t to
     * c_{t+1} is no part of it, but comes back to h_t through the gates of the step behind.
     */
    public final Tensor stateGradient(int t) {
        return stateGradient[t];
    }

    @Override
    public long forwardFlops() {
        return productFlops() + cells() * cellFlops();
    }

    @Override
    public long backwardFlops() {
        return 2 * productFlops() + cells() * cellGradientFlops();
    }

    /** Floating-point operations of a unit in one step, its share of the product left out. */
    abstract int cellFlops();

    /** The same for the gradient. */
    abstract int cellGradientFlops();

    /** The units of all examples in all steps. */
    private long cells() {
        return states.shape().size();
    }

    private long productFlops() {
        return 2L * (steps - 1) * states.shape().dimension(1) * recurrent.shape().size();
    }
}
