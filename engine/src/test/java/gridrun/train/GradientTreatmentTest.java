package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.graph.Graph;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Penalty;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.optim.AdamW;
import gridrun.optim.Optimizer;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientTreatmentTest {

    private static final double H = 1e-5;

    private final Kernels kernels = new ReferenceKernels();

    @ParameterizedTest
    @CsvSource({"0.3, 0", "0, 0.2", "0.3, 0.2"})
    void penalties_ofTheRunAndOfLayers_agreeWithCentralDifferences(double l1, double l2) {
        Parameters parameters = parameters();
        treatment(new SGD(0, false), l1, l2, null, null, null).penalize(0.1);
        for (Slice slice : parameters.slices()) {
            for (int i = 0; i < slice.value().size(); i++) {
                double w = slice.value().get(i);
                if (Math.abs(w) > H) {
                    double numeric = (penalty(slice, w + H, l1, l2) - penalty(slice, w - H, l1, l2)) / (2 * H);
                    assertEquals(numeric, slice.gradient().get(i), 1e-9, slice.name());
                }
            }
        }
        assertEquals(0, parameters.slices().get(0).value().get(0));
        assertEquals(0, parameters.slices().get(0).gradient().get(0), "the subgradient at 0");
    }

    /**
     * The first layer has what the run says, the second an l1 of its own, the third an l2, and is free of l1; biases
     * are free.
     */
    private static double penalty(Slice slice, double w, double l1, double l2) {
        return switch (slice.name()) {
            case "dense_1.W" -> l1 * Math.abs(w) + l2 * w * w;
            case "dense_2.W" -> 0.7 * Math.abs(w) + l2 * w * w;
            case "dense_3.W" -> 0.05 * w * w;
            default -> 0;
        };
    }

    @Test
    void weightDecay_ofTheRun_replacesTheOptimizersAndLeavesBiasesAlone() {
        assertEquals(1 - 0.1 * 0.5, decayed(new SGD(0, false), 0.5), 1e-15);
        assertEquals(1 - 0.1 * 0.5, decayed(new AdamW(0.2, 0.9, 0.999, 1e-7), 0.5), 1e-15);
        assertEquals(1 - 0.1 * 0.2, decayed(new AdamW(0.2, 0.9, 0.999, 1e-7), null), 1e-15);
        assertEquals(1, decayed(new AdamW(0.2, 0.9, 0.999, 1e-7), 0.0));
        assertEquals(1, decayed(new SGD(0, false), null));
    }

    private double decayed(Optimizer optimizer, Double decay) {
        Parameters fresh = parameters();
        double weight = fresh.slices().get(1).value().get(1), bias = fresh.slices().get(3).value().get(1);
        treatment(optimizer, null, 0, decay, null, null).penalize(0.1);
        assertEquals(bias, fresh.slices().get(3).value().get(1));
        assertEquals(0, kernels.reductions().sumOfSquares(fresh.slices().get(0).gradient()),
                "decay is apart from the gradient");
        return fresh.slices().get(1).value().get(1) / weight;
    }

    @Test
    void clipNorm_shortensWhatIsLongerAndKeepsItsDirection() {
        double[] gradient = {3, 0, -4};
        assertGradient(new double[] {1.5, 0, -2}, clipped(gradient, null, 2.5));
        assertGradient(gradient, clipped(gradient, null, 5.0));
        assertGradient(gradient, clipped(gradient, null, 50.0));
    }

    @Test
    void clipValue_cutsOffSingleNumbers() {
        assertGradient(new double[] {1, 0.5, -1}, clipped(new double[] {3, 0.5, -4}, 1.0, null));
    }

    @Test
    void clipNorm_besideClipValue_comesAfterIt() {
        double length = Math.sqrt(2);
        assertGradient(new double[] {1 / length, 0, -1 / length}, clipped(new double[] {3, 0, -4}, 1.0, 1.0));
        assertGradient(new double[] {1, 0, -1}, clipped(new double[] {3, 0, -4}, 1.0, 2.0));
    }

    private double[] clipped(double[] gradient, Double value, Double norm) {
        Parameters fresh = parameters();
        for (int i = 0; i < gradient.length; i++) {
            fresh.slices().get(1).gradient().set(i, gradient[i]);
        }
        treatment(new SGD(0, false), null, 0, null, value, norm)
                .clip(Math.sqrt(kernels.reductions().sumOfSquares(fresh.gradients())));
        double[] found = new double[gradient.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = fresh.slices().get(1).gradient().get(i);
        }
        return found;
    }

    private static void assertGradient(double[] expected, double[] found) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-14);
        }
    }

    private Parameters last;

    private GradientTreatment treatment(Optimizer optimizer, Double l1, double l2, Double decay, Double value,
            Double norm) {
        return new GradientTreatment(kernels, last,
                new TrainSpec(optimizer, 0.1, null, null, new BatchSize(1), false, 1, null, l1, l2,
                        decay, value, norm, null, null, null));
    }

    /** Three layers' weights and a bias, filled with numbers; the very first is 0. */
    private Parameters parameters() {
        Graph graph = new Graph();
        Penalty[] penalties = {Penalty.OF_THE_RUN, new Penalty(0.7, null), new Penalty(0.0, 0.05)};
        for (Penalty penalty : penalties) {
            graph.enter("dense");
            graph.kernel("W", Shape.of(3, 5), new Zeros(), penalty);
        }
        graph.bias("b", Shape.of(5), new Zeros());
        last = new Parameters(kernels, graph);
        Rng rng = Rng.of(2);
        for (Slice slice : last.slices()) {
            for (int i = 0; i < slice.value().size(); i++) {
                slice.value().set(i, rng.nextGaussian());
            }
        }
        last.slices().get(0).value().set(0, 0);
        return last;
    }
}
