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
        this(kernels, new MemoryPlan(graph, objective, training), memory);
    }

    private Program(Kernels kernels, MemoryPlan plan, Parameters memory) {
        this(kernels, plan, memory, kernels.allocate(plan.elements()), Profiler.NONE);
        enter();
    }

    /**
     * Binds a graph to memory that it may share with other programs, as long as it is {@linkplain #enter entered} after
     * they ran.
     *
     * @param plan of a graph's memory; where it is one with gradients, dropout drops
     * @param memory where the parameters lie
     * @param arena where everything else lies, of as many elements as the plan has
     * @param profiler who is told part by part
     */
    public Program(Kernels kernels, MemoryPlan plan, Parameters memory, Arena arena, Profiler profiler) {
        Graph graph = plan.graph();
        this.operations = graph.operations().stream()
                .map(operation -> profiler.watched(operation, graph.layer(operation))).toArray(Op[]::new);
        this.step = new StepContext(kernels, plan.isOfTraining());
        this.objective = plan.objective();
        this.parameters = graph.parameters().stream().map(Graph.Parameter::node).toArray(Node[]::new);
        plan.bind(memory, arena);
        for (Op operation : operations) {
            operation.bind();
        }
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
