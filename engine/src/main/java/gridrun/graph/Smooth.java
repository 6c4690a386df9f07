package gridrun.graph;

import java.util.List;

/** {@code y = (1 - share) t + share even}, of a target, which takes no gradient. */
record Smooth(double share, double even, Use target, Node smooth) implements Op {

    @Override
    public String name() {
        return "label smoothing";
    }

    @Override
    public Formula formula() {
        return new Formula("{y} = %s {0} + %s".formatted(1 - share, share * even),
                List.of());
    }

    @Override
    public List<Use> operands() {
        return List.of(target);
    }

    @Override
    public Node result() {
        return smooth;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().losses().smooth(target.value(), share, even, smooth.value());
    }

    @Override
    public void backward(StepContext step) {
        // nothing asks for the gradient of a target
    }

    @Override
    public long backwardFlops() {
        return 0;
    }

    @Override
    public long forwardFlops() {
        return 2L * target.shape().size();
    }
}
