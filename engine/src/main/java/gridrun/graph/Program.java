package gridrun.graph;

import gridrun.graph.Use.Memory;
import gridrun.kernel.Kernels;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * A traced graph with its memory: every buffer is allocated here, and replaying allocates nothing.
 *
 * <p>Order of use: fill the input nodes' values, {@link #forward}, then, in a program made for training,
 * {@link #backward}, which leaves the gradients of the mean of the objective in {@link Parameters#gradients()}.
 */
public final class Program {

    private final Op[] operations;
    private final StepContext step;
    private final Node[] parameters;
    private final Node objective;

    /** Binds a graph to memory of its own; see the other constructor. */
    public Program(Kernels kernels, Graph graph, Parameters memory, Node objective, boolean training) {
        this(kernels, graph, memory, objective, training, kernels.allocate(elements(graph, objective, training)),
                Profiler.NONE);
        enter();
    }

    /**
     * Binds a graph to memory that it may share with other programs, as long as it is {@linkplain #enter entered} after
     * they ran.
     *
     * @param memory where the parameters lie
     * @param objective the node whose mean is minimized, {@code [batch]}
     * @param training whether gradients are needed and dropout drops
     * @param arena where everything else lies, of as many {@link #elements}
     * @param profiler who is told part by part
     */
    public Program(Kernels kernels, Graph graph, Parameters memory, Node objective, boolean training, Arena arena,
            Profiler profiler) {
        this.operations = graph.operations().stream()
                .map(operation -> profiler.watched(operation, graph.layer(operation))).toArray(Op[]::new);
        this.step = new StepContext(kernels, training);
        this.objective = objective;
        this.parameters = graph.parameters().stream().map(Graph.Parameter::node).toArray(Node[]::new);
        new MemoryPlan(graph, objective, training).bind(memory, arena);
        for (Op operation : operations) {
            operation.bind();
        }
    }

    /**
     * The elements that a program of this graph holds beside the parameters.
     *
     * @throws Graph.ImpossibleShape if they are more than one array can hold
     */
    public static int elements(Graph graph, Node objective, boolean training) {
        return new MemoryPlan(graph, objective, training).elements();
    }

    /** Puts into memory what no pass writes. */
    public void enter() {
        if (step.training()) {
            objective.gradient().fill(1.0 / objective.shape().size());
        }
        for (Op operation : operations) {
            operation.enter();
        }
    }

    /** Computes every node from the inputs; the key gives this step's random numbers. */
    public void forward(long randomKey) {
        step.begin(randomKey);
        for (Op operation : operations) {
            operation.forward(step);
        }
    }

    /** Computes every gradient, from the objective back. */
    public void backward() {
        for (int i = operations.length - 1; i >= 0; i--) {
            Op operation = operations[i];
            if (operation.result().gradient() == null) {
                continue;
            }
            gatherUses(operation.result());
            operation.backward(step);
        }
        for (Node parameter : parameters) {
            fetchShared(parameter);
            gatherUses(parameter);
        }
    }

    /**
     * A parameter's gradient has its place among all gradients: it is not that of a view or a sum which has it first.
     */
    private void fetchShared(Node parameter) {
        Use first = parameter.firstContribution();
        if (first != null && first.memory() == Memory.SHARED) {
            step.kernels().elements().copy(first.gradient(), parameter.gradient());
        }
    }

    /** Adds up what the uses of a node contributed; the first one's gradient is the node's own. */
    private void gatherUses(Node node) {
        List<Use> uses = node.uses();
        Use first = node.firstContribution();
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) != first && uses.get(i).gradient() != null) {
                step.kernels().elements().add(node.gradient(), uses.get(i).gradient(), node.gradient());
            }
        }
    }

    /** A fingerprint of the sides of all kinks, after a forward pass: see {@link Op#sides()}. */
    public long sides() {
        long hash = 0;
        for (Op operation : operations) {
            hash = 31 * hash + operation.sides();
        }
        return hash;
    }

    /** Floating-point operations of one forward pass. */
    public long forwardFlops() {
        return Stream.of(operations).mapToLong(Op::forwardFlops).sum();
    }

    /** The mean of the objective after a forward pass. */
    public double meanObjective() {
        return step.kernels().reductions().sum(objective.value()) / objective.shape().size();
    }

    /** The shape of one objective: the size of the batch. */
    public Shape batch() {
        return objective.shape();
    }
}
