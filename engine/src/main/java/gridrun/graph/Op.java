package gridrun.graph;

import gridrun.component.Names;
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

    void forward(StepContext step);

    void backward(StepContext step);

    /** Buffers of its own that only its backward pass uses: whoever comes later there may have their memory. */
    default List<Node> backwardBuffers() {
        return List.of();
    }

    /** Called once, when every node has its memory: the place to cut tensors, for a step allocates nothing. */
    default void bind() {}

    /**
     * Called when another program may have used the memory: the place to put the numbers that no pass writes. They stay
     * in buffers and in results that take no gradient; other results and gradients give their places away.
     */
    default void enter() {}

    /**
     * A fingerprint of the sides on which operands lie of the kinks of a piecewise operation, after a forward pass.
     * Where two points have different ones, a derivative cannot be told from the difference between them.
     */
    default long sides() {
        return 0;
    }

    /** Whether it takes statistics of its batch, which has but one number for each. */
    default boolean lacksStatistics() {
        return false;
    }

    /** Over how many rows its bias' gradient is summed; 0 without one. */
    default int biasRows() {
        return 0;
    }

    /** What it is called in the field: operations that share a component's name have the suffix {@code Op}. */
    default String name() {
        String name = Names.of(getClass());
        return (name.endsWith("_op") ? name.substring(0, name.length() - "_op".length()) : name).replace('_', ' ');
    }

    /** Its passes as they are written down. */
    default Formula formula() {
        return Formula.named(this);
    }

    /**
     * Floating-point operations of one forward pass, as they are computed: a fused multiply-add counts as two, a
     * function such as e^x as what it is made of; a comparison counts where there is nothing else, moving numbers about
     * and making random ones not at all.
     */
    default long forwardFlops() {
        return result().shape().size();
    }

    /** Floating-point operations of one backward pass: none where no operand needs a gradient. */
    default long backwardFlops() {
        return operands().stream().anyMatch(Use::needsGradient) ? forwardFlops() : 0;
    }
}
