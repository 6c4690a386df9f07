package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * {@code y[..., :] = table[ids[...], :]}; {@code dtable[t, :]} is the sum of dy's rows where the id is t. The ids are
 * data and take no gradient.
 */
record Lookup(Use ids, Use table, Node y) implements Op {

    static Node trace(Graph graph, Node ids, Node table) {
        graph.require(!ids.needsGradient(), ids.shape().example(), "are computed numbers and no ids of", table.shape());
        int[] shape = Arrays.copyOf(ids.shape().toArray(), ids.shape().rank() + 1);
        shape[shape.length - 1] = table.shape().last();
        return graph.record(new Lookup(graph.use(ids), graph.use(table), graph.result(Shape.of(shape), table)));
    }

    @Override
    public List<Use> operands() {
        return List.of(ids, table);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().lookups().lookUp(ids.value(), table.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().lookups().lookUpGradient(ids.value(), y.gradient(), table.gradient());
    }

    @Override
    public long forwardFlops() {
        return 0;
    }

    @Override
    public long backwardFlops() {
        return y.shape().size();
    }
}
