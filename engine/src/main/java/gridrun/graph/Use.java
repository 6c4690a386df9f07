package gridrun.graph;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/**
 * One use of a node as an operation's operand.
 *
 * <p>Each use has a gradient of its own, which the operation overwrites; the program adds up the uses of a node. So no
 * kernel needs a second form that accumulates.
 */
public final class Use {

    private final Node node;
    private final boolean shared;
    private Tensor gradient;

    Use(Node node, boolean shared) {
        this.node = node;
        this.shared = shared;
    }

    public Shape shape() {
        return node.shape();
    }

    public Tensor value() {
        return node.value();
    }

    /** Whether the backward pass has to fill {@link #gradient()}: not so for data. */
    public boolean needsGradient() {
        return node.needsGradient();
    }

    /** What this use contributes to the operand's gradient; null where none is needed. */
    public Tensor gradient() {
        return gradient;
    }

    /** Whether the operation is a view, whose result's gradient is this use's gradient. */
    boolean shared() {
        return shared;
    }

    void bindGradient(Tensor tensor) {
        this.gradient = tensor;
    }
}
