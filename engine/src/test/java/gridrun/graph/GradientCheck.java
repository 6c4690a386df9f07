package gridrun.graph;

import gridrun.graph.Parameters.Slice;
import gridrun.kernel.ReferenceKernels;
import gridrun.nn.Architecture.Traced;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares backpropagation with central differences in float64, tensor by tensor: ‖a − n‖ / (‖a‖ + ‖n‖) with h = 1e-5.
 *
 * <p>Elements whose stencil crosses a kink of a piecewise function are left out and counted; of large tensors at most 200
 * elements are sampled.
 */
public final class GradientCheck {

    private static final double H = 1e-5;
    private static final int SAMPLE = 200;

    /** One tensor's verdict. */
    public record Verdict(String name, double relativeError, int checked, int leftOut) {
    }

    private final Program program;
    private final Parameters parameters;
    private final Graph graph;
    private final Tensor input;
    private final Rng rng;

    /** Prepares a network with random data and parameters; the inputs are checked too, as one more tensor. */
    public GradientCheck(Traced traced, long seed) {
        this(traced, seed, 0);
    }

    /** The same with inputs that are whole numbers below {@code ids}, where that is not 0. */
    public GradientCheck(Traced traced, long seed, int ids) {
        ReferenceKernels kernels = new ReferenceKernels();
        this.graph = traced.graph();
        this.rng = Rng.of(seed);
        this.parameters = new Parameters(kernels, graph);
        parameters.initialize(graph, rng.split("init"));
        Rng biases = rng.split("biases");
        for (Slice slice : parameters.slices()) {
            if (slice.role() == Role.BIAS) {
                fill(slice.value(), biases, 0.3);
            }
        }
        this.program = new Program(kernels, graph, parameters, traced.objective(), true);
        this.input = traced.input().value();
        if (ids == 0) {
            fill(input, rng.split("input"), 1);
        } else {
            Rng stream = rng.split("input");
            for (int i = 0; i < input.size(); i++) {
                input.set(i, stream.nextInt(ids));
            }
        }
        oneHot(traced.target().value(), rng.split("target"));
    }

    private static void fill(Tensor tensor, Rng rng, double scale) {
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, scale * rng.nextGaussian());
        }
    }

    private static void oneHot(Tensor target, Rng rng) {
        int columns = target.columns();
        for (int row = 0; row < target.rows(); row++) {
            target.set(row * columns + rng.nextInt(columns), 1);
        }
    }

    /** Checks every parameter tensor. */
    public List<Verdict> run() {
        List<Verdict> verdicts = new ArrayList<>();
        program.forward(7);
        program.backward();
        double[][] analytic = parameters.slices().stream().map(slice -> content(slice.gradient())).toArray(double[][]::new);
        for (int i = 0; i < analytic.length; i++) {
            verdicts.add(check(parameters.slices().get(i), analytic[i]));
        }
        return verdicts;
    }

    private Verdict check(Slice slice, double[] analytic) {
        int[] elements = sample(analytic.length);
        double difference = 0;
        double analyticNorm = 0;
        double numericNorm = 0;
        int leftOut = 0;
        for (int element : elements) {
            double old = slice.value().get(element);
            slice.value().set(element, old + H);
            double above = objective();
            long sidesAbove = sides();
            slice.value().set(element, old - H);
            double below = objective();
            long sidesBelow = sides();
            slice.value().set(element, old);
            if (sidesAbove != sidesBelow) {
                leftOut++;
                continue;
            }
            double numeric = (above - below) / (2 * H);
            difference += (analytic[element] - numeric) * (analytic[element] - numeric);
            analyticNorm += analytic[element] * analytic[element];
            numericNorm += numeric * numeric;
        }
        double scale = Math.sqrt(analyticNorm) + Math.sqrt(numericNorm);
        return new Verdict(slice.name(), scale == 0 ? 0 : Math.sqrt(difference) / scale,
                elements.length - leftOut, leftOut);
    }

    private double objective() {
        program.forward(7);
        return program.meanObjective();
    }

    private long sides() {
        long hash = 0;
        for (Op operation : graph.operations()) {
            hash = 31 * hash + operation.sides();
        }
        return hash;
    }

    private int[] sample(int size) {
        int[] elements = new int[size];
        for (int i = 0; i < size; i++) {
            elements[i] = i;
        }
        rng.split("sample").shuffle(elements);
        return Arrays.copyOf(elements, Math.min(size, SAMPLE));
    }

    private static double[] content(Tensor tensor) {
        double[] copy = new double[tensor.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = tensor.get(i);
        }
        return copy;
    }
}
