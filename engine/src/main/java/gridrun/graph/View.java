package gridrun.graph;

import java.util.List;

/** The same numbers under another shape. Value and gradient share the operand's memory, so there is nothing to do. */
record View(Use x, Node y) implements Op {

    @Override
    public List<Use> operands() {
        return List.of(x);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        // shared memory
    }

    @Override
    public void backward(StepContext step) {
        // shared memory
    }

    @Override
    public long forwardFlops() {
        return 0;
    }
}
