package gridrun.graph;

import java.util.List;

/**
 * A differentiable operation bound to its operands and its result.
 *
 * <p>Forward stands beside backward in one file. {@link #backward} overwrites the gradient of every operand that needs
 * one, reading the gradient of the result.
 */
public interface Op {

    /** The operands, in a fixed order. */
    List<Use> operands();

    Node result();

    void forward(Step step);

    void backward(Step step);

    /** Called once, when every node has its memory: the place to cut tensors, for a step allocates nothing. */
    default void bind() { }

    /**
     * A fingerprint of the sides on which operands lie of the kinks of a piecewise operation, after a forward pass. Where
     * two points have different ones, a derivative cannot be told from the difference between them.
     */
    default long sides() {
        return 0;
    }

    /** Floating-point operations of one forward pass; a fused multiply-add counts as two. */
    default long forwardFlops() {
        return result().shape().size();
    }

    /** Floating-point operations of one backward pass. */
    default long backwardFlops() {
        return forwardFlops();
    }
}
