package gridrun.graph;

import gridrun.graph.Use.Memory;
import gridrun.kernel.Kernels;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        bindValues(graph, memory, arena);
        if (training) {
            bindGradients(graph, memory, arena);
        }
        for (Op operation : operations) {
            operation.bind();
        }
    }

    /** The elements that a program of this graph holds beside the parameters. */
    public static int elements(Graph graph, Node objective, boolean training) {
        Set<Node> parameters = parameterNodes(graph);
        long total = training ? Arena.aligned(objective.shape().size()) : 0;
        for (Node node : graph.nodes()) {
            int size = Arena.aligned(node.shape().size());
            boolean parameter = parameters.contains(node);
            total += parameter || node.viewed() != null ? 0 : size;
            if (training && node.needsGradient()) {
                long own = node.uses().stream().filter(use -> use.memory() == Memory.OWN).count();
                total += size * (parameter && own > 0 && node.uses().get(0).memory() == Memory.OWN ? own - 1 : own);
            }
        }
        if (total > Integer.MAX_VALUE - 2 * Arena.ALIGNMENT) {
            throw new Graph.ImpossibleShape(
                    "a batch takes %,d numbers, more than one array can hold; a smaller batch_size takes less"
                            .formatted(total));
        }
        return (int) total;
    }

    private static Set<Node> parameterNodes(Graph graph) {
        return graph.parameters().stream().map(Graph.Parameter::node).collect(Collectors.toSet());
    }

    private static void bindValues(Graph graph, Parameters parameters, Arena arena) {
        for (int i = 0; i < graph.parameters().size(); i++) {
            graph.parameters().get(i).node().bindValue(parameters.slices().get(i).value());
        }
        for (Node node : graph.nodes()) {
            if (node.value() == null) {
                node.bindValue(node.viewed() == null
                        ? arena.cut(node.shape())
                        : node.viewed().value().as(node.shape()));
            }
        }
    }

    /** Consumers come after their operands, so from the last operation on every result's gradient is known. */
    private void bindGradients(Graph graph, Parameters parameters, Arena arena) {
        for (int i = 0; i < graph.parameters().size(); i++) {
            Node node = graph.parameters().get(i).node();
            node.bindGradient(parameters.slices().get(i).gradient());
            node.uses().stream().limit(1).filter(first -> first.memory() == Memory.OWN)
                    .forEach(first -> first.bindGradient(node.gradient()));
        }
        objective.bindGradient(arena.cut(objective.shape()));
        for (int i = operations.length - 1; i >= 0; i--) {
            Node result = operations[i].result();
            adoptFirstUse(result);
            for (Use use : operations[i].operands()) {
                if (use.needsGradient() && use.gradient() == null) {
                    use.bindGradient(switch (use.memory()) {
                        case OWN -> arena.cut(use.shape());
                        case SHARED -> result.gradient().as(use.shape());
                        case TAKEN -> use.value();
                    });
                }
            }
        }
    }

    private static void adoptFirstUse(Node node) {
        if (node.gradient() == null && !node.uses().isEmpty()) {
            node.bindGradient(node.uses().get(0).gradient());
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
            fetchView(parameter);
            gatherUses(parameter);
        }
    }

    /**
     * A parameter's gradient has its place among all gradients, so where its first use is a view, it is not the view's.
     */
    private void fetchView(Node parameter) {
        if (!parameter.uses().isEmpty() && parameter.uses().get(0).memory() == Memory.SHARED) {
            Use view = parameter.uses().get(0);
            step.kernels().elements().copy(view.gradient(), parameter.gradient());
        }
    }

    /** Adds up what the uses of a node contributed; the first use's gradient is the node's own. */
    private void gatherUses(Node node) {
        List<Use> uses = node.uses();
        for (int i = 1; i < uses.size(); i++) {
            if (uses.get(i).gradient() != null) {
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
