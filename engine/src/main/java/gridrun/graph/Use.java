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

    /** Where the gradient of a use lies. */
    enum Memory {
        /** In memory of its own. */
        OWN,
        /** In that of the result's gradient, which is the same: so it is of a view, and of one operand of a sum. */
        SHARED,
        /** In that of the node's value, which the operation takes over. */
        TAKEN
    }

    private final Node node;
    private final Memory memory;
    private Tensor gradient;

    Use(Node node, Memory memory) {
        this.node = node;
        this.memory = memory;
    }

    /** The operand. */
    public Node node() {
        return node;
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

    Memory memory() {
        return memory;
    }

    void bindGradient(Tensor tensor) {
        this.gradient = tensor;
    }
}
