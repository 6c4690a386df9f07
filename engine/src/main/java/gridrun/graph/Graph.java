package gridrun.graph;

import gridrun.init.Initializer;
import gridrun.kernel.Convolution;
import gridrun.kernel.Pooling;
import gridrun.init.Filling;
import gridrun.kernel.PointwiseLoss;
import gridrun.kernel.Unary;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * A computation under construction: layers record operations and shapes here, once for each size of batch.
 *
 * <p>No number is computed while tracing, so a whole grid of networks can be checked before the first one trains. A shape
 * that cannot be is an {@link ImpossibleShape}, which names the layer and the shapes.
 */
public final class Graph {

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

    private final List<Op> operations = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> scopes = new HashSet<>();
    private String scope = "";

    /** An operand that comes from outside, such as a batch of data; it takes no gradient. */
    public Node input(Shape shape) {
        return node(shape, false);
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
        Node node = node(shape, role != Role.STATE);
        parameters.add(new Parameter(scope + "." + name, initializer, role, penalty, node));
        return node;
    }

    /** Memory of an operation's own, beside its result. */
    public Node buffer(Shape shape) {
        return node(shape, false);
    }

    /** Names the layer that is traced next, as in {@code dense_2}: its parameters and errors carry the name. */
    public String enter(String kind) {
        int number = 1;
        while (!scopes.add(kind + "_" + number)) {
            number++;
        }
        scope = kind + "_" + number;
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

    /**
     * Notes a node as the output of the layer at hand, in place of an earlier one: an activation that follows belongs to the
     * layer. Before the first named layer there is nothing to note.
     */
    public Node output(Node node) {
        if (!scope.isEmpty()) {
            boolean rectified = operations.stream().anyMatch(operation -> operation.result() == node
                    && operation instanceof Elementwise elementwise && elementwise.rectifies());
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
        operations.stream().filter(operation -> operation.result() == states).map(Recurrence.class::cast)
                .forEach(recurrence -> passages.add(new Passage(scope, recurrence, backwards)));
    }

    /** The recurrent layers' ways over their sequences, in trace order. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /** {@code x w + b} over the last dimension. x [..., in], w [in, out], b [out] or null. */
    public Node affine(Node x, Node w, Node b) {
        require(x.shape().last() == w.shape().dimension(0), x.shape(), "does not meet weights", w.shape());
        Node y = result(x.shape().withLast(w.shape().last()), x, w);
        return record(new Affine(use(x), use(w), b == null ? null : use(b), y));
    }

    /** {@code f(x)}, element by element. */
    public Node unary(Unary f, Node x) {
        return unary(f, 0, x);
    }

    /** {@code f(x)} with the parameter p, element by element. */
    public Node unary(Unary f, double p, Node x) {
        return record(new Elementwise(f, p, use(x), result(x.shape(), x)));
    }

    /** Softmax along the last dimension. */
    public Node softmax(Node x) {
        return record(new Softmax(use(x), result(x.shape(), x)));
    }

    /** {@code a + b}, element by element; shapes that differ stretch to one as NumPy's do. */
    public Node add(Node a, Node b) {
        return Sum.trace(this, a, b);
    }

    /** {@code a - b}, as {@link #add}. */
    public Node subtract(Node a, Node b) {
        return Difference.trace(this, a, b);
    }

    /** {@code a b}, as {@link #add}. */
    public Node multiply(Node a, Node b) {
        return Product.trace(this, a, b);
    }

    /** {@code a / b}, as {@link #add}. */
    public Node divide(Node a, Node b) {
        return Quotient.trace(this, a, b);
    }

    /** x repeated along axes where it has 1, or none in front, as NumPy's {@code broadcast_to}. */
    public Node broadcast(Node x, Shape shape) {
        return Stretch.trace(this, x, shape);
    }

    /** Columns of mean 0 and variance 1, scaled and shifted. x [..., n]; all others [n], the running ones states. */
    public Node batchNormalization(Node x, Node gamma, Node beta, Node runningMean, Node runningVariance,
                                   double momentum, double epsilon) {
        return BatchNormalization.trace(this, x, gamma, beta, runningMean, runningVariance, momentum, epsilon);
    }

    /** Adds normal noise of mean 0 in training. */
    public Node gaussianNoise(Node x, double deviation) {
        return GaussianNoise.trace(this, x, deviation);
    }

    /** Drops elements with probability {@code rate} in training. */
    public Node dropout(Node x, double rate) {
        Node mask = node(x.shape(), false);
        return record(new Dropout(rate, operations.size(), use(x), mask, result(x.shape(), x)));
    }

    /** The same numbers under another shape. */
    public Node view(Node x, Shape shape) {
        require(x.shape().size() == shape.size(), x.shape(), "cannot be seen as", shape);
        return record(new View(use(x, true), node(shape, x.needsGradient(), x)));
    }

    /** The same numbers with the axes in another order, as NumPy's {@code transpose}: axis j of the result is {@code axes[j]} of x. */
    public Node permute(Node x, int... axes) {
        return Permute.trace(this, x, axes);
    }

    /**
     * A convolution of images, or of what has as many numbers.
     *
     * @param x as {@link Convolution#input}
     * @param w as {@link Convolution#weights}
     * @param b [filters] or null
     * @param result the shape to show {@link Convolution#output} under
     */
    public Node convolve(Convolution geometry, Node x, Node w, Node b, Shape result) {
        return Convolve.trace(this, geometry, x, w, b, result);
    }

    /** The largest of each window; x as {@link Pooling#input}, {@link Pooling#output} shown under {@code result}. */
    public Node maxPool(Pooling geometry, Node x, Shape result) {
        return MaxPool.trace(this, geometry, x, result);
    }

    /** The mean of each window; x as {@link Pooling#input}, {@link Pooling#output} shown under {@code result}. */
    public Node averagePool(Pooling geometry, Node x, Shape result) {
        return AveragePool.trace(this, geometry, x, result);
    }

    /** Numbers that are the same in every step; element i of the shape, in row-major order, is {@code element(i)}. */
    public Node constant(Shape shape, IntToDoubleFunction element) {
        return Constant.trace(this, shape, element);
    }

    /** {@code a[i, ...] + b} for each example i of a batch. a [batch, ...], b [...]. */
    public Node addToEach(Node a, Node b) {
        return ExampleSum.trace(this, a, b);
    }

    /** Rows of a table by whole numbers, which are data. ids [...], table [rows, n]; result [..., n]. */
    public Node lookUp(Node ids, Node table) {
        return Lookup.trace(this, ids, table);
    }

    /** Each row brought to mean 0 and variance 1, then {@code γ h + β}. x [..., n], gamma and beta [n]. */
    public Node layerNorm(Node x, Node gamma, Node beta, double epsilon) {
        return LayerNorm.trace(this, x, gamma, beta, epsilon);
    }

    /**
     * Scaled dot-product attention, each head for itself.
     *
     * @param qkv queries, keys and values side by side, [batch, time, 3 heads k]
     * @param causal whether each step sees itself and earlier ones alone
     * @param rate the share of the weights that is dropped in training
     * @return the heads' outputs side by side, [batch, time, heads k]
     */
    public Node attention(Node qkv, int heads, boolean causal, double rate) {
        return Attention.trace(this, qkv, heads, causal, rate);
    }

    /** Cross-entropy of softmax probabilities, from logits. logits, target [batch, classes]; result [batch]. */
    public Node softmaxCrossEntropy(Node logits, Node target) {
        return record(new SoftmaxCrossEntropy(use(logits), use(target), loss(logits, target)));
    }

    /** Mean cross-entropy of independent probabilities, from logits. logits, target [batch, n]; result [batch]. */
    public Node sigmoidCrossEntropy(Node logits, Node target) {
        return record(new SigmoidCrossEntropy(use(logits), use(target), loss(logits, target)));
    }

    /** Mean squared difference. output, target [batch, n]; result [batch]. */
    public Node squaredError(Node output, Node target) {
        return pointwise(PointwiseLoss.SQUARED, 0, output, target);
    }

    /** The mean of a loss of each single output, with the parameter p where it has one. output, target [batch, n]; result [batch]. */
    public Node pointwise(PointwiseLoss f, double p, Node output, Node target) {
        return record(new Pointwise(f, p, use(output), use(target), loss(output, target)));
    }

    /** Divergence of softmax probabilities from the target's, from logits. logits, target [batch, classes]; result [batch]. */
    public Node kullbackLeibler(Node logits, Node target) {
        return record(new KullbackLeibler(use(logits), use(target), loss(logits, target)));
    }

    /** {@code (1 - share) target + share even}: a target that is less sure of itself; null leaves it as it is. */
    public Node smooth(Node target, Double share, double even) {
        return share == null ? target : record(new Smooth(share, even, use(target), node(target.shape(), false)));
    }

    private Node loss(Node output, Node target) {
        require(output.shape().equals(target.shape()), output.shape(), "is not the target's shape", target.shape());
        return result(Shape.of(output.shape().rows()), output);
    }

    /** Adds an operation behind those that are there; returns its result. */
    public Node record(Op operation) {
        operations.add(operation);
        return operation.result();
    }

    /** A use of a node as an operand of one operation. */
    public Use use(Node node) {
        return use(node, false);
    }

    private static Use use(Node node, boolean shared) {
        Use use = new Use(node, shared);
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

    private Node node(Shape shape, boolean needsGradient) {
        return node(shape, needsGradient, null);
    }

    private Node node(Shape shape, boolean needsGradient, Node viewed) {
        Node node = new Node(shape, needsGradient, viewed);
        nodes.add(node);
        return node;
    }

    /** Checks a condition on shapes, for layers and operations. */
    public void require(boolean holds, Shape actual, String relation, Object expected) {
        if (!holds) {
            throw new ImpossibleShape("%s: %s %s %s".formatted(scope, actual, relation, expected));
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

    List<Parameter> parameters() {
        return parameters;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Layers do not fit together; the message names the layer and both shapes. */
    public static final class ImpossibleShape extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        public ImpossibleShape(String message) {
            super(message);
        }
    }
}
