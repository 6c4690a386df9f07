package gridrun.graph;

import gridrun.graph.Profiler.Part;
import java.util.List;

/** An operation whose passes are told to a profiler as they end. */
record Watched(Op operation, Part forward, Part backward) implements Op {

    @Override
    public List<Use> operands() {
        return operation.operands();
    }

    @Override
    public Node result() {
        return operation.result();
    }

    @Override
    public List<Node> backwardBuffers() {
        return operation.backwardBuffers();
    }

    @Override
    public void forward(StepContext step) {
        operation.forward(step);
        forward.ended();
    }

    @Override
    public void backward(StepContext step) {
        operation.backward(step);
        backward.ended();
    }

    @Override
    public void bind() {
        operation.bind();
    }

    @Override
    public void enter() {
        operation.enter();
    }

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public Formula formula() {
        return operation.formula();
    }

    @Override
    public long sides() {
        return operation.sides();
    }

    @Override
    public long forwardFlops() {
        return operation.forwardFlops();
    }

    @Override
    public long backwardFlops() {
        return operation.backwardFlops();
    }
}
