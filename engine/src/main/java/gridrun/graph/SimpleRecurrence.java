package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;
import gridrun.tensor.Tensor;

/**
 * A simple recurrent cell, {@code h_t = f(x_t + h_{t-1} U)}, with x_t the projection of the input.
 *
 * <p>The gradient of the sum, which is that of the projection too, is {@code ds_t = dh_t f'(s_t)}.
 *
 * <p>Source: Elman, Finding structure in time, 1990.
 */
public final class SimpleRecurrence extends Recurrence {

    private final Unary f;
    private final double p;
    private final Node sums;
    private Tensor[] sum;

    private SimpleRecurrence(Graph graph, Node projection, Node recurrent, Unary f, double p, boolean sequences) {
        super(graph, projection, recurrent, sequences);
        this.f = f;
        this.p = p;
        this.sums = graph.buffer(projection.shape());
    }

    /** Runs the cell over x [time, batch, units] with U [units, units]; the result is every state or the last. */
    public static Node trace(Graph graph, Node projection, Node recurrent, Unary f, double p, boolean sequences) {
        return graph.record(new SimpleRecurrence(graph, projection, recurrent, f, p, sequences));
    }

    @Override
    public String name() {
        return "simple rnn";
    }

    @Override
    public void bind() {
        super.bind();
        sum = sums.value().parts();
    }

    @Override
    void advance(Kernels kernels, int t) {
        addState(kernels, t, sum[t]);
        kernels.unary(f, p, sum[t], state(t));
    }

    @Override
    void retreat(Kernels kernels, int t) {
        kernels.unaryGradient(f, p, sum[t], state(t), stateGradient(t), projectionGradient(t));
    }

    @Override
    public long sides() {
        return Elementwise.sides(f, sums.value());
    }

    @Override
    int cellFlops() {
        return f.flops();
    }

    @Override
    int cellGradientFlops() {
        return f.gradientFlops();
    }
}
