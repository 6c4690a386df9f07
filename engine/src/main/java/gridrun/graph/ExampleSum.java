package gridrun.graph;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/** {@code c[i, ...] = a[i, ...] + b} for each example i; {@code da = dc}, and {@code db} is the sum of dc over the examples. */
final class ExampleSum implements Op {

    private final Use a;
    private final Use b;
    private final Node c;
    private Tensor[] examples;
    private Tensor[] sums;
    private Tensor gradients;

    private ExampleSum(Use a, Use b, Node c) {
        this.a = a;
        this.b = b;
        this.c = c;
    }

    static Node trace(Graph graph, Node a, Node b) {
        graph.require(a.shape().example().equals(b.shape()), a.shape(), "has no examples of", b.shape());
        return graph.record(new ExampleSum(graph.use(a), graph.use(b), graph.result(a.shape(), a, b)));
    }

    @Override
    public List<Use> operands() {
        return List.of(a, b);
    }

    @Override
    public Node result() {
        return c;
    }

    @Override
    public void bind() {
        examples = examples(a.value());
        sums = examples(c.value());
        if (b.gradient() != null) {
            gradients = c.gradient().as(Shape.of(sums.length, b.shape().size()));
        }
    }

    private Tensor[] examples(Tensor batch) {
        Tensor[] slices = new Tensor[batch.shape().dimension(0)];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = batch.slice(i * b.shape().size(), b.shape());
        }
        return slices;
    }

    @Override
    public void forward(Step step) {
        for (int i = 0; i < sums.length; i++) {
            step.kernels().add(examples[i], b.value(), sums[i]);
        }
    }

    @Override
    public void backward(Step step) {
        if (a.needsGradient()) {
            step.kernels().copy(c.gradient(), a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().columnSums(gradients, b.gradient());
        }
    }
}
