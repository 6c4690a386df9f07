package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.kernel.Unary;

/**
 * A simple recurrent cell, {@code h_t = f(x_t + h_{t-1} U)}, with x_t the projection of the input.
 *
 * <p>The gradient of the sum, which is that of the projection too, is {@code ds_t = dh_t f'(s_t)}. Sums lie where the
 * projection was, and their gradients where the sums were.
 *
 * <p>Source: Elman, Finding structure in time, 1990.
 */
public final class SimpleRecurrence extends Recurrence {

    private final Unary f;
    private final double p;

    private SimpleRecurrence(Graph graph, Node x, Node w, Node b, Node recurrent, Unary f, double p,
            boolean sequences) {
        super(graph, x, w, b, recurrent, sequences);
        this.f = f;
        this.p = p;
    }

    /**
     * Runs the cell over x [time, batch, in] with W [in, units], b and U [units, units]; the result is every state or
     * the last.
     */
    public static Node trace(Graph graph, Node x, Node w, Node b, Node recurrent, Unary f, double p,
            boolean sequences) {
        return graph.record(new SimpleRecurrence(graph, x, w, b, recurrent, f, p, sequences));
    }

    @Override
    public String name() {
        return "simple rnn";
    }

    @Override
    void advance(Kernels kernels, int t) {
        addState(kernels, t);
        kernels.elements().unary(f, p, projection(t), state(t));
    }

    @Override
    void retreat(Kernels kernels, int t) {
        kernels.elements().unaryGradient(f, p, projection(t), state(t), stateGradient(t), projection(t));
    }

    @Override
    public long sides() {
        return Elementwise.sides(f, projection.value());
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
