package gridrun.graph;

import gridrun.init.Filling;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What tracing keeps: operations, nodes, parameters, and which layer they belong to. */
public abstract sealed class Tracing permits Graph {

    /** A parameter of the network. */
    record Parameter(String name, Filling initializer, Role role, Penalty penalty, Node node) {
    }

    /**
     * A named layer's output.
     *
     * @param name as in {@code dense_1}, or {@code output}
     * @param output what the layer hands on
     * @param rectified whether it is 0 for all inputs below 0, so that a unit can be dead
     */
    public record Layer(String name, Node output, boolean rectified) {
    }

    /** A network of more is taken for a mistake. */
    private static final int MOST_OPERATIONS = 50_000;
    /** Names of layers and parameters become those of entries in an archive. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

    private final List<Op> operations = new ArrayList<>();
    private final Map<Node, Op> makers = new HashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> parameterNames = new HashSet<>();
    private final Set<Node> nodes = new LinkedHashSet<>();
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Map<String, Integer> entered = new HashMap<>();
    private final Set<Node> inputs = new HashSet<>();
    private final Map<Node, String> results = new HashMap<>();
    private String scope = "";

    /** An operand that comes from outside, such as a batch of data; it takes no gradient. */
    public Node input(Shape shape) {
        Node input = node(shape, false);
        inputs.add(input);
        return input;
    }

    /** Whether a node is an input, or one under another shape: what comes from outside, as it is. */
    public boolean isInput(Node x) {
        return inputs.contains(x) || x.viewed() != null && isInput(x.viewed());
    }

    /** Weights of the layer at hand, which regularization may shrink as the run says. */
    public Node kernel(String name, Shape shape, Filling initializer) {
        return kernel(name, shape, initializer, Penalty.OF_THE_RUN);
    }

    /** Weights of the layer at hand with a penalty of their own. */
    public Node kernel(String name, Shape shape, Filling initializer, Penalty penalty) {
        return parameter(name, shape, initializer, Role.KERNEL, penalty);
    }

    /** A bias of the layer at hand, which regularization leaves alone. */
    public Node bias(String name, Shape shape, Filling initializer) {
        return parameter(name, shape, initializer, Role.BIAS, Penalty.OF_THE_RUN);
    }

    /** Numbers that no gradient moves but that belong to what was learnt, as running statistics do. */
    public Node state(String name, Shape shape, Filling initializer) {
        return parameter(name, shape, initializer, Role.STATE, Penalty.OF_THE_RUN);
    }

    private Node parameter(String name, Shape shape, Filling initializer, Role role, Penalty penalty) {
        requireName(name);
        require(!scope.isEmpty(), "the parameter %s belongs to no layer; a layer names itself with enter first", name);
        String full = scope + "." + name;
        require(parameterNames.add(full), "%s has a parameter %s already; a layer names itself with enter first", scope,
                name);
        Node node = node(shape, role != Role.STATE);
        parameters.add(new Parameter(full, initializer, role, penalty, node));
        return node;
    }

    /** Memory of an operation's own, beside its result. */
    public Node buffer(Shape shape) {
        return node(shape, false);
    }

    /** Names the layer that is traced next, as in {@code dense_2}: its parameters and errors carry the name. */
    public String enter(String kind) {
        requireName(kind);
        scope = kind + "_" + entered.merge(kind, 1, Integer::sum);
        return scope;
    }

    /** The name of the layer that is being traced. */
    public String scope() {
        return scope;
    }

    /** Goes back to a layer that was entered before, for parameters of its own after those of the layers inside it. */
    public void reenter(String layer) {
        scope = layer;
    }

    /** Names the output layer. */
    public void enterOutput() {
        scope = "output";
    }

    /** Names the loss, which is no layer but has operations. */
    public void enterLoss() {
        scope = "loss";
    }

    /**
     * Notes a node as the output of the layer at hand, in place of an earlier one: an activation that follows belongs
     * to the layer. Before the first named layer there is nothing to note.
     */
    public Node output(Node node) {
        if (!scope.isEmpty()) {
            boolean rectified = makers.get(node) instanceof Elementwise elementwise && elementwise.rectifies();
            layers.put(scope, new Layer(scope, node, rectified));
        }
        return node;
    }

    /** The outputs of the named layers, in trace order. */
    public List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    /** Notes that the layer at hand went over a sequence; states is what a recurrence gave. */
    public void passage(Node states, boolean backwards) {
        if (makers.get(states) instanceof Recurrence recurrence) {
            passages.add(new Passage(scope, recurrence, backwards));
        }
    }

    /** The recurrent layers' ways over their sequences, in trace order. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** Adds an operation behind those that are there; returns its result. */
    public Node record(Op operation) {
        if (operations.size() == MOST_OPERATIONS) {
            throw new Graph.ImpossibleShape(
                    "%s: the network has more than %,d operations".formatted(scope, MOST_OPERATIONS));
        }
        operations.add(operation);
        makers.put(operation.result(), operation);
        results.put(operation.result(), scope);
        return operation.result();
    }

    /** The layer that an operation was recorded in; {@code input} before the first named one. */
    public String layer(Op operation) {
        String layer = results.getOrDefault(operation.result(), "");
        return layer.isEmpty() ? "input" : layer;
    }

    private static void requireName(String name) {
        require(NAME.matcher(name).matches(), "'%s' is no name of a layer or a parameter: letters, digits and _", name);
    }

    private static void require(boolean holds, String problem, Object... parts) {
        if (!holds) {
            throw new Graph.ImpossibleShape(problem.formatted(parts));
        }
    }

    /** A use of a node as an operand of one operation. */
    public Use use(Node node) {
        return use(node, Use.Memory.OWN);
    }

    /**
     * The only use of a node whose value nobody but this operation reads, its own operation's backward pass included:
     * that may write over the value as it goes forward, and the gradient takes the value's place.
     */
    Use take(Node node) {
        return use(node, Use.Memory.TAKEN);
    }

    Use use(Node node, Use.Memory memory) {
        require(nodes.contains(node), "%s: an operand is of another graph; a layer keeps no node from trace to trace",
                scope);
        Use use = new Use(node, memory);
        node.uses().add(use);
        return use;
    }

    /** The result of an operation on these operands: it needs a gradient where one of them does. */
    public Node result(Shape shape, Node... operands) {
        boolean needsGradient = false;
        for (Node operand : operands) {
            needsGradient |= operand.needsGradient();
        }
        return node(shape, needsGradient);
    }

    final Node node(Shape shape, boolean needsGradient) {
        return node(shape, needsGradient, null);
    }

    final Node node(Shape shape, boolean needsGradient, Node viewed) {
        Node node = new Node(shape, needsGradient, viewed);
        nodes.add(node);
        return node;
    }

    /** Checks a condition on shapes, for layers and operations. */
    public void require(boolean holds, Shape actual, String relation, Object expected) {
        if (!holds) {
            throw new Graph.ImpossibleShape("%s: %s %s %s".formatted(scope, actual, relation, expected));
        }
    }

    /** The operations in the order of the forward pass. */
    public List<Op> operations() {
        return operations;
    }

    /** The number of trainable numbers. */
    public long parameterCount() {
        return parameters.stream().filter(parameter -> parameter.role() != Role.STATE)
                .mapToLong(parameter -> parameter.node().shape().size()).sum();
    }

    /** The nodes of the parameters, in the order of {@link Parameters#slices}. */
    public List<Node> parameterNodes() {
        return parameters.stream().map(Parameter::node).toList();
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Set<Node> nodes() {
        return nodes;
    }
}
