package gridrun.graph;

import gridrun.kernel.Batches;
import gridrun.kernel.Matrices;
import gridrun.kernel.Unary;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/**
 * Scaled dot-product attention of several heads: for each example and head {@code Y = A V}, where row i of A is the
 * softmax of {@code q_i Kᵀ / √k}, thinned out by dropout in training.
 *
 * <ul><li>qkv {@code [batch, time, 3 heads k]}: queries, keys and values side by side, each of them head by head
 * <li>y {@code [batch, time, heads k]}</ul>
 *
 * <p>{@code dV = Aᵀ dY}, {@code dA = dY Vᵀ}, and with the gradient dS of the scores before the scale {@code dQ = dS K},
 * {@code dK = dSᵀ Q}. Scores and weights lie transposed, [keys, queries]: see {@link Batches}. Source: Vaswani et al.,
 * Attention is all you need, 2017.
 */
final class Attention implements Op {

    private final Use qkv;
    private final int heads;
    private final boolean causal;
    private final double rate;
    private final int index;
    private final Node weights;
    private final Node slopes;
    private final Node mask;
    private final Node kept;
    private final Node y;

    private Parts values;
    private Parts gradients;
    private Matrices keptWeights;

    /** The matrices of one pass; scores with their padding, and without. */
    private record Parts(Matrices q, Matrices k, Matrices v, Matrices y, Matrices scores, Matrices square) {

        static Parts of(Tensor qkv, Tensor y, Tensor scores, int heads) {
            Matrices padded = Matrices.of(scores);
            return new Parts(Matrices.heads(qkv, 0, 3, heads), Matrices.heads(qkv, 1, 3, heads),
                    Matrices.heads(qkv, 2, 3, heads), Matrices.heads(y, 0, 1, heads),
                    padded, padded.firstColumns(padded.rows()));
        }
    }

    private Attention(Graph graph, Node qkv, int heads, boolean causal, double rate) {
        int batch = qkv.shape().dimension(0), time = qkv.shape().dimension(1);
        Shape scores = Shape.of(batch, heads, time, Arena.aligned(time));
        this.qkv = graph.use(qkv);
        this.heads = heads;
        this.causal = causal;
        this.rate = rate;
        this.index = graph.operations().size();
        this.weights = graph.buffer(scores);
        this.slopes = graph.buffer(scores);
        this.mask = rate > 0 ? graph.buffer(scores) : null;
        this.kept = rate > 0 ? graph.buffer(scores) : weights;
        this.y = graph.result(Shape.of(batch, time, qkv.shape().last() / 3), qkv);
    }

    static Node trace(Graph graph, Node qkv, int heads, boolean causal, double rate) {
        Shape shape = qkv.shape();
        graph.require(shape.rank() == 3 && shape.last() % (3 * heads) == 0, shape,
                "are no queries, keys and values [batch, time, 3 heads k], the heads being", heads);
        return graph.record(new Attention(graph, qkv, heads, causal, rate));
    }

    @Override
    public List<Use> operands() {
        return List.of(qkv);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public List<Node> backwardBuffers() {
        return List.of(slopes);
    }

    @Override
    public void bind() {
        values = Parts.of(qkv.value(), y.value(), weights.value(), heads);
        if (qkv.gradient() != null) {
            gradients = Parts.of(qkv.gradient(), y.gradient(), slopes.value(), heads);
        }
        keptWeights = Matrices.of(kept.value()).firstColumns(kept.shape().dimension(2));
    }

    private double scale() {
        return 1 / Math.sqrt(width());
    }

    /** The features of one head. */
    private int width() {
        return y.shape().last() / heads;
    }

    @Override
    public void forward(StepContext step) {
        Batches batches = step.kernels().batches();
        batches.multiplyTransposedB(values.k(), values.q(), values.scores());
        batches.softmax(scale(), causal, values.scores(), values.scores());
        boolean drops = rate > 0 && step.training();
        if (drops) {
            step.kernels().noises().dropout(
                    weights.value(), rate, Rng.key(step.randomKey(), index), mask.value(), kept.value());
        }
        batches.multiplyTransposedA(drops ? keptWeights : values.square(), values.v(), values.y());
    }

    @Override
    public void backward(StepContext step) {
        if (!qkv.needsGradient()) {
            return;
        }
        Batches batches = step.kernels().batches();
        Matrices scores = gradients.scores();
        batches.multiply(keptWeights, gradients.y(), gradients.v());
        batches.multiplyTransposedB(values.v(), gradients.y(), scores);
        if (rate > 0) {
            step.kernels().elements().multiply(mask.value(), slopes.value(), slopes.value());
        }
        batches.softmaxGradient(scale(), values.scores(), scores, scores);
        batches.multiplyTransposedA(gradients.square(), values.k(), gradients.q());
        batches.multiply(gradients.square(), values.q(), gradients.k());
    }

    @Override
    public long forwardFlops() {
        return scores() * (4L * width() + Unary.EXP_FLOPS + 4);
    }

    @Override
    public long backwardFlops() {
        return qkv.needsGradient() ? scores() * (8L * width() + 5) : 0;
    }

    /** The numbers of all score matrices, without padding. */
    private long scores() {
        return (long) weights.shape().rows() * weights.shape().dimension(2);
    }
}
