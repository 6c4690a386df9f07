package gridrun.graph;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a traced computation: a shape, and once a {@link Program} gave it memory, a tensor.
 *
 * <p>Tracing knows shapes alone; no number exists before the program runs.
 */
public final class Node {

    private final Shape shape;
    private final boolean needsGradient;
    private final Node viewed;
    private final List<Use> uses = new ArrayList<>();
    private Tensor value;
    private Tensor gradient;

    Node(Shape shape, boolean needsGradient, Node viewed) {
        this.shape = shape;
        this.needsGradient = needsGradient;
        this.viewed = viewed;
    }

    /** The dimensions, the batch among them. */
    public Shape shape() {
        return shape;
    }

    /** The numbers, from a forward pass to the backward pass, which takes their place for gradients. */
    public Tensor value() {
        return value;
    }

    /**
     * The objective's derivative with respect to the value; whole when the backward pass reaches the operation that
     * made this node, and afterwards only if it is a parameter.
     */
    public Tensor gradient() {
        return gradient;
    }

    boolean needsGradient() {
        return needsGradient;
    }

    /** The node whose memory this one shows under another shape, or null. */
    Node viewed() {
        return viewed;
    }

    List<Use> uses() {
        return uses;
    }

    /** The first use that has a gradient, or null; in a bound program. */
    Use firstContribution() {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).gradient() != null) {
                return uses.get(i);
            }
        }
        return null;
    }

    void bindValue(Tensor tensor) {
        this.value = tensor;
    }

    void bindGradient(Tensor tensor) {
        this.gradient = tensor;
    }
}
