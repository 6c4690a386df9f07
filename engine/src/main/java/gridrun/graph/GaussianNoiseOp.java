package gridrun.graph;

import gridrun.random.Rng;
import java.util.List;

/**
 * {@code y = x + z} in training, with normal z of mean 0; {@code y = x} in evaluation. {@code dx = dy}.
 *
 * <p>The noise is a pure function of the step's key and the operation's index, as dropout's mask is.
 */
record GaussianNoiseOp(double deviation, int index, Use x, Node noise, Node y) implements Op {

    static Node trace(Graph graph, Node x, double deviation) {
        return graph.record(new GaussianNoiseOp(deviation, graph.operations().size(), graph.use(x),
                graph.buffer(x.shape()), graph.result(x.shape(), x)));
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
        if (step.training()) {
            step.kernels().noises().gaussian(deviation, Rng.key(step.randomKey(), index), noise.value());
            step.kernels().elements().add(x.value(), noise.value(), y.value());
        } else {
            step.kernels().elements().copy(x.value(), y.value());
        }
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().elements().copy(y.gradient(), x.gradient());
        }
    }

    @Override
    public long backwardFlops() {
        return 0;
    }
}
