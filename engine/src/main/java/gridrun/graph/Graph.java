package gridrun.graph;

import gridrun.component.Check;
import gridrun.kernel.Convolution;
import gridrun.kernel.PointwiseLoss;
import gridrun.kernel.Pooling;
import gridrun.kernel.Unary;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import java.util.function.IntToDoubleFunction;

/**
 * A computation under construction: layers record operations and shapes here, once for each size of batch.
 *
 * <p>No number is computed while tracing, so a whole grid of networks can be checked before the first one trains. A
 * shape that cannot be is an {@link ImpossibleShape}, which names the layer and the shapes.
 */
public final class Graph extends Tracing {

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
        return record(new SoftmaxOp(use(x), result(x.shape(), x)));
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
        return BatchNormalizationOp.trace(this, x, gamma, beta, runningMean, runningVariance, momentum, epsilon);
    }

    /** Adds normal noise of mean 0 in training. */
    public Node gaussianNoise(Node x, double deviation) {
        Check.notNegative("deviation", deviation);
        return GaussianNoiseOp.trace(this, x, deviation);
    }

    /** Drops elements with probability {@code rate} in training. */
    public Node dropout(Node x, double rate) {
        Check.fraction("rate", rate);
        Node mask = node(x.shape(), false);
        return record(new DropoutOp(rate, operations().size(), use(x), mask, result(x.shape(), x)));
    }

    /** The same numbers under another shape. */
    public Node view(Node x, Shape shape) {
        require(x.shape().size() == shape.size(), x.shape(), "cannot be seen as", shape);
        return record(new View(use(x, Use.Memory.SHARED), node(shape, x.needsGradient(), x)));
    }

    /**
     * The same numbers with the axes in another order, as NumPy's {@code transpose}: axis j of the result is {@code
     * axes[j]} of x.
     */
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
        return ConstantOp.trace(this, shape, element);
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
        Check.fraction("rate", rate);
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

    /**
     * The mean of a loss of each single output, with the parameter p where it has one. output, target [batch, n];
     * result [batch].
     */
    public Node pointwise(PointwiseLoss f, double p, Node output, Node target) {
        return record(new Pointwise(f, p, use(output), use(target), loss(output, target)));
    }

    /**
     * Divergence of softmax probabilities from the target's, from logits. logits, target [batch, classes]; result
     * [batch].
     */
    public Node kullbackLeibler(Node logits, Node target) {
        return record(new KullbackLeiblerOp(use(logits), use(target), loss(logits, target)));
    }

    /** {@code (1 - share) target + share even}: a target that is less sure of itself; null leaves it as it is. */
    public Node smooth(Node target, Double share, double even) {
        return share == null ? target : record(new Smooth(share, even, use(target), node(target.shape(), false)));
    }

    private Node loss(Node output, Node target) {
        require(output.shape().equals(target.shape()), output.shape(), "is not the target's shape", target.shape());
        return result(Shape.of(output.shape().rows()), output);
    }

    /** Layers do not fit together; the message names the layer and both shapes. */
    public static final class ImpossibleShape extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        public ImpossibleShape(String message) {
            super(message);
        }

        /** The elements of one arena, where an array can hold so many. */
        public static int checked(long elements) {
            if (elements > Integer.MAX_VALUE - 3 * Arena.ALIGNMENT) {
                throw new ImpossibleShape("%,d numbers are more than one array can hold".formatted(elements));
            }
            return (int) elements;
        }
    }
}
