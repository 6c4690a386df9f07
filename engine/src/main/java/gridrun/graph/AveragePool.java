package gridrun.graph;

import gridrun.kernel.Pooling;
import gridrun.tensor.Shape;
import java.util.List;

/** {@code y} is the mean of each window of x, padding left out; {@code dx} has an equal share of dy in every pixel. */
record AveragePool(Pooling geometry, Use x, Node y) implements Op {

    /** The result's shape is the geometry's output or has as many elements. */
    static Node trace(Graph graph, Pooling geometry, Node x, Shape result) {
        return graph.record(new AveragePool(geometry, graph.use(x), graph.result(result, x)));
    }

    @Override
    public String name() {
        return "average pooling";
    }

    @Override
    public List<Use> operands() {
        return List.of(x);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().poolings().average(geometry, x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().poolings().averageGradient(geometry, y.gradient(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return (long) y.shape().size() * geometry.y().taps() * geometry.x().taps();
    }

    @Override
    public long backwardFlops() {
        return x.needsGradient() ? forwardFlops() : 0;
    }
}
