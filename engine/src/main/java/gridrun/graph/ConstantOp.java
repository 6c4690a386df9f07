package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Numbers that are the same in every step. */
record ConstantOp(IntToDoubleFunction element, Node y) implements Op {

    static Node trace(Graph graph, Shape shape, IntToDoubleFunction element) {
        return graph.record(new ConstantOp(element, graph.result(shape)));
    }

    @Override
    public List<Use> operands() {
        return List.of();
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void enter() {
        for (int i = 0; i < y.shape().size(); i++) {
            y.value().set(i, element.applyAsDouble(i));
        }
    }

    @Override
    public void forward(StepContext step) {
        // there already
    }

    @Override
    public void backward(StepContext step) {
        // nothing it depends on
    }

    @Override
    public long forwardFlops() {
        return 0;
    }
}
