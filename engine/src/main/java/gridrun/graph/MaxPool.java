package gridrun.graph;

import gridrun.kernel.Pooling;
import gridrun.tensor.Shape;
import java.util.List;

/** {@code y} is the largest of each window of x; {@code dx} is dy where the largest was found. */
record MaxPool(Pooling geometry, Use x, Node taps, Node y) implements Op {

    /** The result's shape is the geometry's output or has as many elements. */
    static Node trace(Graph graph, Pooling geometry, Node x, Shape result) {
        return graph.record(new MaxPool(geometry, graph.use(x), graph.buffer(result), graph.result(result, x)));
    }

    @Override
    public String name() {
        return "max pooling";
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
        step.kernels().poolings().max(geometry, x.value(), y.value(), taps.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().poolings().maxGradient(geometry, y.gradient(), taps.value(), x.gradient());
        }
    }

    @Override
    public long sides() {
        long hash = 0;
        for (int i = 0; i < taps.shape().size(); i++) {
            hash = 31 * hash + (long) taps.value().get(i);
        }
        return hash;
    }

    @Override
    public long forwardFlops() {
        return (long) y.shape().size() * geometry.y().taps() * geometry.x().taps();
    }

    @Override
    public long backwardFlops() {
        return x.needsGradient() ? x.shape().size() : 0;
    }
}
