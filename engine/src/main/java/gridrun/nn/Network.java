package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.MemoryPlan;
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
import java.util.function.IntSupplier;

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
    /** That of one example, whose parameters are those of every batch. */
    private final Graph graph;
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
        this.graph = architecture.trace(1).graph();
        this.parameters = new Parameters(kernels, graph);
        parameters.initialize(graph, rng);
    }

    /**
     * Begins anew, to the bit as a network that is made now: with initial parameters and what else there is at the
     * beginning. Only the memory and the programs stay, which take a small network longer than some epochs of training.
     */
    public void begin(Rng rng) {
        parameters.values().fill(0);
        parameters.gradients().fill(0);
        parameters.initialize(graph, rng);
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
        MemoryPlan plan = new MemoryPlan(traced.graph(), traced.objective(), withGradients);
        enlarge(elements(plan, examples));
        Arena arena = workspace.again();
        Tensor errors = arena.cut(Shape.of(examples));
        Program program = new Program(kernels, plan, parameters, arena, withGradients ? profiler : Profiler.NONE);
        Tensor input = traced.input().value().as(Shape.of(examples, architecture.input().size()));
        return new Batch(program, input, traced.target().value(), traced.scores().value(),
                traced.objective().value(), errors, traced.graph().layers(), traced.graph().passages());
    }

    /**
     * The elements that a batch takes beside the parameters.
     *
     * @throws Graph.ImpossibleShape if they are more than one array can hold
     */
    public static int elements(Architecture architecture, int examples, boolean withGradients) {
        Traced traced = architecture.trace(examples);
        return elements(new MemoryPlan(traced.graph(), traced.objective(), withGradients), examples);
    }

    private static int elements(MemoryPlan plan, int examples) {
        return Graph.ImpossibleShape.checked((long) plan.elements() + Arena.aligned(examples));
    }

    /**
     * Makes room for batches of so many {@link #elements}, where there is none yet; one that needs more makes room
     * itself, and earlier ones are forgotten.
     */
    public void reserve(IntSupplier elements) {
        if (workspace == null) {
            enlarge(elements.getAsInt());
        }
    }

    private void enlarge(int elements) {
        if (workspace == null || workspace.capacity() < elements) {
            training.clear();
            evaluation.clear();
            entered = null;
            workspace = null; // the old one may go before the new one comes
            workspace = kernels.allocate(elements);
        }
    }
}
