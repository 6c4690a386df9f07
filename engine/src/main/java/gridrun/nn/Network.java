package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Parameters;
import gridrun.graph.Passage;
import gridrun.graph.Profiler;
import gridrun.graph.Program;
import gridrun.kernel.Kernels;
import gridrun.nn.Architecture.Traced;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in memory: one set of parameters, and a program for each size of batch that was asked for. The programs lie
 * one over the other: what a batch holds is gone when a batch of another size is asked for.
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
    private Arena workspace;
    private Program entered;

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
        return enter(training, examples, true);
    }

    /** The program that evaluates batches of this many examples: nothing is dropped, no gradient is kept. */
    public Batch evaluation(int examples) {
        return enter(evaluation, examples, false);
    }

    private Batch enter(Map<Integer, Batch> batches, int examples, boolean withGradients) {
        Batch batch = batches.get(examples);
        if (batch == null) {
            batch = bind(examples, withGradients);
            batches.put(examples, batch);
        }
        if (batch.program() != entered) {
            entered = batch.program();
            entered.enter();
        }
        return batch;
    }

    private Batch bind(int examples, boolean withGradients) {
        Traced traced = architecture.trace(examples);
        reserve(elements(traced, withGradients));
        Arena arena = workspace.again();
        Tensor errors = arena.cut(Shape.of(examples));
        Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), withGradients, arena,
                withGradients ? profiler : Profiler.NONE);
        Tensor input = traced.input().value().as(Shape.of(examples, architecture.input().size()));
        return new Batch(program, input, traced.target().value(), traced.scores().value(),
                traced.objective().value(), errors, traced.graph().layers(), traced.graph().passages());
    }

    /** The elements that a batch takes beside the parameters. */
    public static int elements(Traced traced, boolean withGradients) {
        return Math.addExact(Program.elements(traced.graph(), traced.objective(), withGradients),
                Arena.aligned(traced.objective().shape().size()));
    }

    /**
     * Makes room for batches of so many {@link #elements}; one that needs more makes room itself, and earlier ones are
     * forgotten.
     */
    public void reserve(int elements) {
        if (workspace == null || workspace.capacity() < elements) {
            training.clear();
            evaluation.clear();
            entered = null;
            workspace = null; // the old one may go before the new one comes
            workspace = kernels.allocate(elements);
        }
    }
}
