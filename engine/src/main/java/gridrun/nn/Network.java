package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Parameters;
import gridrun.graph.Passage;
import gridrun.graph.Profiler;
import gridrun.graph.Program;
import gridrun.kernel.Kernels;
import gridrun.nn.Architecture.Traced;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in memory: one set of parameters, and a program for each size of batch that was asked for.
 *
 * <p>Belongs to one thread at a time, as its kernels do.
 */
public final class Network {

    /**
     * A program with the tensors that its user fills and reads.
     *
     * @param input one example a row
     * @param scores what predictions are read from: logits where the loss takes them, else the output
     * @param objective one loss an example
     * @param errors room for one figure an example
     * @param layers the outputs of the single layers
     * @param passages the ways of recurrent layers over their sequences
     */
    public record Batch(Program program, Tensor input, Tensor target, Tensor scores, Tensor objective, Tensor errors,
                        List<Graph.Layer> layers, List<Passage> passages) {
    }

    private final Architecture architecture;
    private final Kernels kernels;
    private final Parameters parameters;
    private final Profiler profiler;
    private final Map<Integer, Batch> training = new HashMap<>();
    private final Map<Integer, Batch> evaluation = new HashMap<>();

    /**
     * Makes a network with its initial parameters.
     *
     * @param rng the run's stream for initial values; each parameter tensor takes one of its own by position
     */
    public Network(Architecture architecture, Kernels kernels, Rng rng) {
        this(architecture, kernels, rng, Profiler.NONE);
    }

    /** The same, whose training is told to a profiler. */
    public Network(Architecture architecture, Kernels kernels, Rng rng, Profiler profiler) {
        this.profiler = profiler;
        this.architecture = architecture;
        this.kernels = kernels;
        Traced traced = architecture.trace(1);
        this.parameters = new Parameters(kernels, traced.graph());
        parameters.initialize(traced.graph(), rng);
    }

    public Architecture architecture() {
        return architecture;
    }

    public Kernels kernels() {
        return kernels;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** Who is told how training goes. */
    public Profiler profiler() {
        return profiler;
    }

    /** The program that trains on batches of this many examples. */
    public Batch training(int examples) {
        return training.computeIfAbsent(examples, size -> bind(size, true));
    }

    /** The program that evaluates batches of this many examples: nothing is dropped, no gradient is kept. */
    public Batch evaluation(int examples) {
        return evaluation.computeIfAbsent(examples, size -> bind(size, false));
    }

    private Batch bind(int examples, boolean withGradients) {
        Traced traced = architecture.trace(examples);
        Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), withGradients,
                withGradients ? profiler : Profiler.NONE);
        Tensor input = traced.input().value().as(Shape.of(examples, architecture.input().size()));
        return new Batch(program, input, traced.target().value(), traced.scores().value(),
                traced.objective().value(), kernels.allocate(examples).cut(Shape.of(examples)),
                traced.graph().layers(), traced.graph().passages());
    }
}
