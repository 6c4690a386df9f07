package gridrun.graph;

import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;
import java.util.List;

/** The parts along the leading axis, such as the steps of a sequence, from the last to the first. */
public final class Reverse implements Op {

    private final Use x;
    private final Node y;
    private Tensor[] values;
    private Tensor[] results;
    private Tensor[] gradients;
    private Tensor[] resultGradients;

    private Reverse(Use x, Node y) {
        this.x = x;
        this.y = y;
    }

    /** Turns x round; the shape stays. */
    public static Node trace(Graph graph, Node x) {
        return graph.record(new Reverse(graph.use(x), graph.result(x.shape(), x)));
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
    public void bind() {
        values = x.value().parts();
        results = y.value().parts();
        if (x.gradient() != null) {
            gradients = x.gradient().parts();
            resultGradients = y.gradient().parts();
        }
    }

    @Override
    public void forward(StepContext step) {
        copy(step.kernels(), values, results);
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            copy(step.kernels(), resultGradients, gradients);
        }
    }

    private static void copy(Kernels kernels, Tensor[] from, Tensor[] into) {
        for (int i = 0; i < from.length; i++) {
            kernels.elements().copy(from[i], into[from.length - 1 - i]);
        }
    }

    @Override
    public long forwardFlops() {
        return 0;
    }
}
