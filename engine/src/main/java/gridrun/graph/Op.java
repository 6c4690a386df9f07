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

    /** Floating-point operations of one forward pass; a fused multiply-add counts as two. */
    default long forwardFlops() {
        return result().shape().size();
    }

    /** Floating-point operations of one backward pass. */
    default long backwardFlops() {
        return forwardFlops();
    }
}
