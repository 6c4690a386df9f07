package gridrun.train;

import gridrun.component.Names;
import gridrun.graph.Profiler;
import gridrun.graph.Profiler.Part;
import gridrun.graph.Profiler.Pass;
import gridrun.optim.Optimizer;

/** What a training step does beside the network's operations, as a profiler hears of it. */
record StepParts(Part gathering, Part measuring, Part treating, Part observing, Part updating) {

    /** @param parameters how many numbers the optimizer moves */
    static StepParts of(Profiler profiler, Optimizer optimizer, long parameters) {
        return new StepParts(
                profiler.part("data", "gather", Pass.NEITHER, 0),
                profiler.part("loss", "metrics", Pass.NEITHER, 0),
                profiler.part("optimizer", "gradient norm", Pass.NEITHER, 2 * parameters),
                profiler.part("layers", "observation", Pass.NEITHER, 0),
                profiler.part("optimizer", Names.of(optimizer.getClass()), Pass.NEITHER,
                        optimizer.flops() * parameters));
    }
}
