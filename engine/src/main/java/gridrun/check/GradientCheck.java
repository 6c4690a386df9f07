package gridrun.check;

import gridrun.graph.Graph;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Penalty;
import gridrun.graph.Program;
import gridrun.graph.Role;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.nn.Architecture;
import gridrun.nn.Architecture.Traced;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Tensor;
import gridrun.train.Examples;
import gridrun.train.Penalties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Compares backpropagation with central differences, tensor by tensor, in float64 and in training mode: dropout drops
 * by one fixed mask, and batches are normalized by themselves.
 *
 * <p>The step is 1e-5, and where that disagrees a smaller one as well. Elements whose stencil crosses a kink of a
 * piecewise function are left out and counted. Of a large tensor at most 200 elements are drawn, down to 5 in a network
 * whose forward pass is dear, so that a check takes seconds.
 */
public final class GradientCheck {

    private static final double H = 1e-5;
    /** How many times smaller the second step is: the derivative that follows has some four times the rounding. */
    private static final int FINER = 4;
    private static final int EXAMPLES = 8;
    private static final int MOST = 200;
    private static final int LEAST = 5;
    /**
     * Floating-point operations, a few seconds of these kernels, beyond which fewer than {@link #MOST} elements are
     * drawn.
     */
    private static final double WORK = 1e10;
    /**
     * What rounding may add to one numeric derivative, for a loss around 1: two losses, each with a rounding error of
     * some {@code 2^-53}, are subtracted and divided by 2h. Measured are some 5 % of it, so that it holds for the
     * smaller step, too.
     */
    private static final double ROUNDING = 8 * 0x1p-53 / H;
    private static final long RANDOM_KEY = 7;

    private final Program program;
    private final Parameters parameters;
    private final Penalties penalties;
    private final Kernels kernels;
    private final Rng rng;

    /**
     * @param program made for training, in float64, its inputs and targets filled
     * @param rng draws the elements
     */
    private GradientCheck(Program program, Parameters parameters, Penalties penalties, Kernels kernels, Rng rng) {
        this.program = program;
        this.parameters = parameters;
        this.penalties = penalties;
        this.kernels = kernels;
        this.rng = rng;
    }

    /**
     * A network as a run begins with it, on some of the run's own examples; biases are moved off their initial values,
     * since at 0 they would hide mistakes.
     *
     * @param penalty the run's penalty, which is checked too
     * @param data the training part
     * @param rng the run's stream
     */
    public static GradientCheck onExamples(Architecture architecture, Penalty penalty, Dataset data, Rng rng) {
        Network network = new Network(architecture, new ReferenceKernels(), rng.split("init"));
        Batch batch = network.training(examples(architecture, Math.min(EXAMPLES, data.size())));
        int[] order = Examples.inOrder(data.size());
        rng.split("gradient check").shuffle(order);
        new Examples(data, architecture).fill(network.kernels(), order, 0, batch);
        Penalties penalties = new Penalties(network.parameters(), penalty);
        return begin(batch.program(), network.parameters(), penalties, network.kernels(), rng);
    }

    /** As many examples as one array can hold: of very large ones few. */
    private static int examples(Architecture architecture, int most) {
        try {
            Network.elements(architecture, most, true);
            return most;
        } catch (Graph.ImpossibleShape e) {
            return most == 1 ? 1 : examples(architecture, most - 1);
        }
    }

    /** A traced network on random inputs and random classes, for the author of a layer. */
    public static GradientCheck onRandomData(Traced traced, long seed) {
        return onRandomData(traced, seed, 0);
    }

    /** The same with inputs that are whole numbers below {@code ids}, where that is not 0. */
    public static GradientCheck onRandomData(Traced traced, long seed, int ids) {
        ReferenceKernels kernels = new ReferenceKernels();
        Rng rng = Rng.of(seed);
        Parameters parameters = new Parameters(kernels, traced.graph());
        parameters.initialize(traced.graph(), rng.split("init"));
        Program program = new Program(kernels, traced.graph(), parameters, traced.objective(), true);
        Tensor input = traced.input().value();
        Rng inputs = rng.split("input");
        for (int i = 0; i < input.size(); i++) {
            input.set(i, ids == 0 ? inputs.nextGaussian() : inputs.nextInt(ids));
        }
        Tensor target = traced.target().value();
        Rng targets = rng.split("target");
        for (int row = 0; row < target.rows(); row++) {
            target.set(row * target.columns() + targets.nextInt(target.columns()), 1);
        }
        return begin(program, parameters, new Penalties(parameters, Penalty.OF_THE_RUN), kernels, rng);
    }

    private static GradientCheck begin(Program program, Parameters parameters, Penalties penalties, Kernels kernels,
            Rng rng) {
        Rng biases = rng.split("biases");
        for (Slice slice : parameters.slices()) {
            for (int i = 0; slice.role() == Role.BIAS && i < slice.value().size(); i++) {
                slice.value().set(i, slice.value().get(i) + 0.3 * biases.nextGaussian());
            }
        }
        return new GradientCheck(program, parameters, penalties, kernels, rng.split("sample"));
    }

    /** Checks every parameter tensor that has a gradient, in trace order. */
    public List<GradientVerdict> run() {
        return run(share -> {});
    }

    /**
     * The same.
     *
     * @param progress is told often which share of the work is done, from 0 to 1
     */
    public List<GradientVerdict> run(DoubleConsumer progress) {
        double loss = objective();
        program.backward();
        penalties.addGradients(kernels);
        List<Slice> trained = parameters.slices().stream().filter(slice -> slice.role() != Role.STATE).toList();
        int most = (int) Math.max(LEAST, Math.min(MOST, WORK / (2.0 * program.forwardFlops() * trained.size())));
        List<double[]> analytic = trained.stream().map(slice -> content(slice.gradient())).toList();
        List<int[]> samples = analytic.stream().map(gradient -> sample(gradient.length, most)).toList();
        int all = samples.stream().mapToInt(sample -> sample.length).sum();
        int[] done = {0};
        List<GradientVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < trained.size(); i++) {
            verdicts.add(check(trained.get(i), analytic.get(i), samples.get(i), loss,
                    () -> progress.accept((double) ++done[0] / all)));
        }
        return verdicts;
    }

    /**
     * Where the gradients disagree, a smaller step takes the part of h² out of the differences (Richardson, The
     * deferred approach to the limit, 1927), and they are compared again: a network may curve much within h.
     */
    private GradientVerdict check(Slice slice, double[] gradient, int[] elements, double loss, Runnable looked) {
        double[] analytic = IntStream.of(elements).mapToDouble(element -> gradient[element]).toArray();
        boolean[] crossed = new boolean[elements.length];
        double[] numeric = differences(slice, elements, H, crossed, looked);
        double rounding = ROUNDING * (1 + Math.abs(loss));
        GradientVerdict verdict = verdict(slice, gradient.length, analytic, numeric, crossed, rounding);
        if (verdict.isRight()) {
            return verdict;
        }
        double[] finer = differences(slice, elements, H / FINER, crossed, () -> {});
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = (FINER * FINER * finer[i] - numeric[i]) / (FINER * FINER - 1);
        }
        return verdict(slice, gradient.length, analytic, numeric, crossed, rounding);
    }

    /** Central differences by a step; marks those that cross a kink. */
    private double[] differences(Slice slice, int[] elements, double h, boolean[] crossed, Runnable looked) {
        double[] numeric = new double[elements.length];
        for (int i = 0; i < elements.length; i++) {
            double old = slice.value().get(elements[i]);
            slice.value().set(elements[i], old + h);
            double above = objective();
            long sidesAbove = program.sides();
            slice.value().set(elements[i], old - h);
            double below = objective();
            crossed[i] |= sidesAbove != program.sides() || Math.abs(old) < h && penalties.hasKink(slice);
            slice.value().set(elements[i], old);
            looked.run();
            numeric[i] = (above - below) / (2 * h);
        }
        return numeric;
    }

    /** @param rounding what it may add to one difference */
    private static GradientVerdict verdict(Slice slice, int size, double[] analytic, double[] numeric,
            boolean[] crossed, double rounding) {
        double difference = 0;
        double analyticSquares = 0;
        double numericSquares = 0;
        int checked = 0;
        for (int i = 0; i < numeric.length; i++) {
            if (crossed[i]) {
                continue;
            }
            checked++;
            difference += (analytic[i] - numeric[i]) * (analytic[i] - numeric[i]);
            analyticSquares += analytic[i] * analytic[i];
            numericSquares += numeric[i] * numeric[i];
        }
        double floor = rounding * Math.sqrt(checked);
        double norms = Math.sqrt(analyticSquares) + Math.sqrt(numericSquares);
        double error = checked == 0 ? 0 : Math.sqrt(difference) / (norms + floor / GradientVerdict.LIMIT);
        return new GradientVerdict(slice.name(), size, error, checked, numeric.length - checked, norms < floor);
    }

    private double objective() {
        program.forward(RANDOM_KEY);
        return program.meanObjective() + penalties.value(kernels);
    }

    private int[] sample(int size, int most) {
        int[] elements = Examples.inOrder(size);
        rng.shuffle(elements);
        return Arrays.copyOf(elements, Math.min(size, most));
    }

    private static double[] content(Tensor tensor) {
        double[] copy = new double[tensor.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = tensor.get(i);
        }
        return copy;
    }
}
