package gridrun.graph;

import gridrun.kernel.Permutation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@code y} is {@code x} with its axes in another order; {@code dx} is {@code dy} with them put back. */
record Permute(Use x, Permutation there, Permutation back, Node y) implements Op {

    static Node trace(Graph graph, Node x, int... axes) {
        int[] all = IntStream.range(0, x.shape().rank()).toArray();
        graph.require(Arrays.equals(IntStream.of(axes).sorted().toArray(), all), x.shape(),
                "cannot have its axes in the order", Arrays.toString(axes));
        int[] inverse = new int[axes.length];
        for (int j = 0; j < axes.length; j++) {
            inverse[axes[j]] = j;
        }
        Permutation there = new Permutation(x.shape(), axes);
        Permutation back = new Permutation(there.result(), inverse);
        return graph.record(new Permute(graph.use(x), there, back, graph.result(there.result(), x)));
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
        step.kernels().layouts().permute(there, x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().layouts().permute(back, y.gradient(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return 0;
    }
}
