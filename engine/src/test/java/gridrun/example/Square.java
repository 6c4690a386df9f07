package gridrun.example;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Op;
import gridrun.graph.StepContext;
import gridrun.graph.Use;
import java.util.List;

/** y = x², element by element; dx = 2 x dy. */
public record Square(Use x, Node y) implements Op {

    /** Adds the operation to a graph and returns its result. */
    public static Node of(Graph graph, Node x) {
        return graph.record(new Square(graph.use(x), graph.result(x.shape(), x)));
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
        step.kernels().elements().multiply(x.value(), x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().elements().multiply(x.value(), y.gradient(), x.gradient());
            step.kernels().elements().scale(2, x.gradient(), x.gradient());
        }
    }
}
