package gridrun.golden;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Program;
import gridrun.graph.Role;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The engine's side of {@code fit} in {@code cases.py}: output, gradients, and 20 steps of gradient descent from golden
 * parameters.
 *
 * <p>The input is a parameter like those of the layer, so that its gradient is there to compare; {@code ids} are not.
 */
final class Fit {

    private static final int STEPS = 20;
    private static final Optimizer DESCENT = new SGD(0, false);

    private final Golden golden;
    private final KernelPrecision precision;

    private Fit(Golden golden, KernelPrecision precision) {
        this.golden = golden;
        this.precision = precision;
    }

    /** Checks a layer, whose squared error is minimized. */
    static void check(Golden golden, KernelPrecision precision, BiFunction<Graph, Node, Node> layer) {
        check(golden, precision, layer, Graph::squaredError);
    }

    /** Checks a layer with the loss that is minimized. */
    static void check(Golden golden, KernelPrecision precision, BiFunction<Graph, Node, Node> layer, Loss loss) {
        new Fit(golden, precision).check(layer, loss);
    }

    /** A loss for each row of an output. */
    @FunctionalInterface
    interface Loss {

        Node trace(Graph graph, Node output, Node target);
    }

    /** What is minimized, on paper. */
    private record Traced(Graph graph, Node input, Node output, Node target, Node objective) {
    }

    private Traced trace(BiFunction<Graph, Node, Node> layer, Loss loss) {
        Graph graph = new Graph();
        graph.enter("golden");
        boolean ids = golden.has("ids");
        Node input = ids ? graph.input(golden.shape("ids")) : graph.kernel("x", golden.shape("x"), new Zeros());
        Node output = layer.apply(graph, input);
        Node target = graph.input(golden.shape("target"));
        return new Traced(graph, input, output, target, loss.trace(graph, output, target));
    }

    private void check(BiFunction<Graph, Node, Node> layer, Loss loss) {
        try (Kernels kernels = precision.kernels()) {
            Traced traced = trace(layer, loss);
            Parameters parameters = new Parameters(kernels, traced.graph());
            Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), true);
            fill(traced, parameters);
            double[] losses = new double[STEPS];
            for (int step = 0; step < STEPS; step++) {
                program.forward(step);
                losses[step] = program.meanObjective();
                if (step == 0) {
                    precision.check(golden, "y", traced.output().value());
                }
                program.backward();
                if (step == 0) {
                    trained(parameters)
                            .forEach(slice -> precision.check(golden, "gradient/" + name(slice), slice.gradient()));
                }
                descend(kernels, parameters, step + 1);
            }
            precision.check(golden, "losses", losses);
            parameters.slices().forEach(slice -> precision.check(golden, "trained/" + name(slice), slice.value()));
            if (golden.has("evaluated")) {
                checkEvaluation(trace(layer, loss), kernels, parameters);
            }
        }
    }

    private void descend(Kernels kernels, Parameters parameters, int t) {
        for (Slice slice : trained(parameters)) {
            DESCENT.step(kernels, slice.value(), slice.gradient(), new Tensor[0], golden.value("rate"), t);
        }
    }

    private void checkEvaluation(Traced traced, Kernels kernels, Parameters parameters) {
        Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), false);
        program.forward(0);
        precision.check(golden, "evaluated", traced.output().value());
    }

    private void fill(Traced traced, Parameters parameters) {
        parameters.slices().forEach(slice -> golden.fill(name(slice), slice.value()));
        golden.fill("target", traced.target().value());
        if (golden.has("ids")) {
            golden.fill("ids", traced.input().value());
        }
    }

    private static List<Slice> trained(Parameters parameters) {
        return parameters.slices().stream().filter(slice -> slice.role() != Role.STATE).toList();
    }

    /** As in {@code dense_1.W}; what belongs to no layer of the case has its bare name. */
    private static String name(Slice slice) {
        return slice.name().replaceFirst("^golden_1\\.", "");
    }
}
