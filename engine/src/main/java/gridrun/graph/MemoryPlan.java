package gridrun.graph;

import gridrun.graph.Places.Place;
import gridrun.graph.Use.Memory;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a program's numbers lie, but for those of the parameters.
 *
 * <p>A gradient is needed from the operation that contributes it to the one that made the node, and a result's value
 * until that one's backward pass. Then their places are those of gradients to come: a step needs less memory, and finds
 * more of it in the caches. So after a backward pass only the parameters' gradients count, and those of recurrent
 * layers' states, which are observed.
 */
public final class MemoryPlan {

    private final Graph graph;
    private final Node objective;
    private final Set<Node> parameters;
    /** Those that the objective depends on, from it back; none without a backward pass. */
    private final List<Op> operations;
    /** What contributes to a parameter first, in the place that its gradient has among all parameters'. */
    private final Set<Use> inParameters;

    private final Places places = new Places();
    /** The objective's gradient, which is the same in every step. */
    private final Place beginning;
    private final Map<Node, Place> values = new HashMap<>();
    private final Map<Use, Place> contributions = new HashMap<>();
    /** The places of a node's gradient and of what is added to it. */
    private final Map<Node, List<Place>> gradients = new HashMap<>();

    /**
     * Plans a program's memory.
     *
     * @param objective the node whose mean is minimized, {@code [batch]}, from which a backward pass begins
     * @param backward whether gradients are needed
     */
    public MemoryPlan(Graph graph, Node objective, boolean backward) {
        this.graph = graph;
        this.objective = objective;
        this.parameters = graph.parameters().stream().map(Graph.Parameter::node).collect(Collectors.toSet());
        this.operations = backward ? reached(objective, graph.operations()) : List.of();
        this.inParameters = inParameters();
        Set<Node> later = graph.operations().stream().flatMap(operation -> operation.backwardBuffers().stream())
                .collect(Collectors.toSet());
        graph.nodes().stream().filter(node -> !parameters.contains(node) && node.viewed() == null)
                .filter(node -> !later.contains(node))
                .forEach(node -> values.put(node, places.append(node.shape().size())));
        this.beginning = backward ? places.append(objective.shape().size()) : null;
        if (backward) {
            Set<Node> kept = graph.passages().stream().map(passage -> passage.recurrence().result())
                    .collect(Collectors.toSet());
            kept.add(objective);
            operations.forEach(operation -> plan(operation, kept));
        }
    }

    private static List<Op> reached(Node objective, List<Op> traced) {
        Set<Node> reached = new HashSet<>(Set.of(objective));
        List<Op> operations = new ArrayList<>();
        for (int i = traced.size() - 1; i >= 0; i--) {
            List<Use> operands = traced.get(i).operands();
            if (traced.get(i).result() == objective
                    && operands.stream().anyMatch(use -> use.memory() == Memory.SHARED)) {
                throw new IllegalArgumentException("an objective whose gradient is an operand's, too");
            }
            if (reached.contains(traced.get(i).result())) {
                operations.add(traced.get(i));
                operands.stream().filter(Use::needsGradient).map(Use::node).forEach(reached::add);
            }
        }
        return operations;
    }

    private Set<Use> inParameters() {
        Set<Use> uses = operations.stream().flatMap(operation -> operation.operands().stream())
                .collect(Collectors.toSet());
        return parameters.stream().flatMap(node -> node.uses().stream().filter(uses::contains).limit(1))
                .filter(first -> first.memory() == Memory.OWN).collect(Collectors.toSet());
    }

    /** @param kept those that are read after the pass */
    private void plan(Op operation, Set<Node> kept) {
        Node result = operation.result();
        operation.operands().stream().filter(Use::needsGradient).forEach(use -> {
            List<Place> own = gradients.computeIfAbsent(use.node(), node -> new ArrayList<>());
            if (use.memory() == Memory.SHARED) {
                own.addAll(gradients.getOrDefault(result, List.of()));
                gradients.remove(result);
            } else if (use.memory() == Memory.OWN && !inParameters.contains(use)) {
                contributions.put(use, places.take(use.shape().size()));
                own.add(contributions.get(use));
            }
        });
        operation.backwardBuffers().forEach(buffer -> values.put(buffer, places.take(buffer.shape().size())));
        operation.backwardBuffers().forEach(buffer -> places.release(values.get(buffer)));
        if (!kept.contains(result)) {
            gradients.getOrDefault(result, List.of()).forEach(places::release);
            if (result.viewed() == null) {
                places.release(values.get(result));
            }
        }
    }

    /**
     * The elements that a program holds beside the parameters.
     *
     * @throws Graph.ImpossibleShape if they are more than one array can hold
     */
    public int elements() {
        return Graph.ImpossibleShape.checked(places.size());
    }

    /** Gives the nodes, and in a backward pass their uses, tensors in an arena. */
    void bind(Parameters memory, Arena arena) {
        Tensor all = arena.cut(Shape.of(elements()));
        for (int i = 0; i < graph.parameters().size(); i++) {
            graph.parameters().get(i).node().bindValue(memory.slices().get(i).value());
            if (beginning != null) {
                graph.parameters().get(i).node().bindGradient(memory.slices().get(i).gradient());
            }
        }
        for (Node node : graph.nodes()) {
            if (node.viewed() != null) {
                node.bindValue(node.viewed().value().as(node.shape()));
            } else if (values.containsKey(node)) {
                node.bindValue(at(all, values.get(node), node.shape()));
            }
        }
        if (beginning != null) {
            objective.bindGradient(at(all, beginning, objective.shape()));
        }
        operations.forEach(operation -> bindGradients(operation, all));
    }

    private void bindGradients(Op operation, Tensor all) {
        Node result = operation.result();
        if (result != objective) {
            result.bindGradient(result.firstContribution().gradient());
        }
        operation.operands().stream().filter(Use::needsGradient).forEach(use -> use.bindGradient(
                switch (use.memory()) {
                    case OWN -> inParameters.contains(use) ? use.node().gradient()
                            : at(all, contributions.get(use), use.shape());
                    case SHARED -> result.gradient().as(use.shape());
                    case TAKEN -> use.value();
                }));
    }

    Graph graph() {
        return graph;
    }

    Node objective() {
        return objective;
    }

    /** Whether gradients have places. */
    boolean isOfTraining() {
        return beginning != null;
    }

    private static Tensor at(Tensor all, Place place, Shape shape) {
        return all.slice(Math.toIntExact(place.offset()), shape);
    }
}
