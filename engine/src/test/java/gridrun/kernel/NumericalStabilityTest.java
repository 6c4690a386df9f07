package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of softmax, sigmoid and the losses where numbers are extreme, in all three sets of kernels. */
class NumericalStabilityTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double TINY = Float.MIN_VALUE;
    private static final double LN2 = 0.6931471805599453;

    private static Stream<Kernels> kernels() {
        return Stream.of(new ScalarKernels(), KernelChoice.best().create(), new ReferenceKernels());
    }

    private static Stream<Arguments> with(double[][]... cases) {
        return kernels().flatMap(kernels -> Stream.of(cases).map(pair -> Arguments.of(kernels, pair[0], pair[1])));
    }

    static Stream<Arguments> softmaxRows() {
        return with(new double[][][] {
            {{1e4, -1e4, 0}, {1, 0, 0}},
            {{-1e4, -1e4}, {0.5, 0.5}},
            {{TINY, -TINY, 0, TINY}, {0.25, 0.25, 0.25, 0.25}},
            {{3e38, 3e38}, {0.5, 0.5}},
            {{-INF, 0, 0}, {0, 0.5, 0.5}},
            {{INF, 0, 0}, {NAN, NAN, NAN}},
            {{-INF, -INF}, {NAN, NAN}},
            {{1, NAN, 2}, {NAN, NAN, NAN}}});
    }

    @ParameterizedTest
    @MethodSource("softmaxRows")
    void softmax(Kernels kernels, double[] x, double[] expected) {
        Tensor y = row(kernels, x);
        kernels.rows().softmax(y, y);
        assertRow(expected, y);
    }

    static Stream<Arguments> sigmoids() {
        return with(new double[][][] {
            {{1e4, -1e4, TINY, -TINY, 0, INF, -INF, NAN}, {1, 0, 0.5, 0.5, 0.5, 1, 0, NAN}}});
    }

    @ParameterizedTest
    @MethodSource("sigmoids")
    void sigmoid(Kernels kernels, double[] x, double[] expected) {
        Tensor y = kernels.allocate(x.length).cut(Shape.of(x.length));
        kernels.elements().unary(Unary.SIGMOID, 0, row(kernels, x), y);
        assertRow(expected, y);
    }

    /** Logits; the loss where the first class is right, and then the gradient. */
    static Stream<Arguments> softmaxCrossEntropies() {
        return with(new double[][][] {
            {{1e4, -1e4}, {0, 0, 0}},
            {{-1e4, 1e4}, {2e4, -1, 1}},
            {{1e4, 1e4}, {LN2, -0.5, 0.5}},
            {{TINY, -TINY}, {LN2, -0.5, 0.5}},
            {{0, -INF}, {NAN, 0, 0}},
            {{INF, 0}, {NAN, NAN, NAN}},
            {{NAN, 0}, {NAN, NAN, NAN}}});
    }

    @ParameterizedTest
    @MethodSource("softmaxCrossEntropies")
    void softmaxCrossEntropy(Kernels kernels, double[] z, double[] expected) {
        Tensor target = row(kernels, 1, 0);
        Tensor loss = row(kernels, 0).as(Shape.of(1));
        Tensor dz = row(kernels, 0, 0);
        kernels.losses().softmaxCrossEntropy(row(kernels, z), target, loss);
        kernels.losses().softmaxCrossEntropyGradient(row(kernels, z), target, row(kernels, 1).as(Shape.of(1)), dz);
        assertRow(expected, row(kernels, loss.get(0), dz.get(0), dz.get(1)));
        kernels.losses().subtractEntropy(target, loss);
        assertEquals(expected[0], loss.get(0), 1e-3, "the entropy of one class is 0");
    }

    /** A logit and its target; the loss and the gradient. */
    static Stream<Arguments> sigmoidCrossEntropies() {
        return with(new double[][][] {
            {{1e4, 1}, {0, 0}},
            {{1e4, 0}, {1e4, 1}},
            {{-1e4, 1}, {1e4, -1}},
            {{-1e4, 0}, {0, 0}},
            {{TINY, 1}, {LN2, -0.5}},
            {{-TINY, 0}, {LN2, 0.5}},
            {{INF, 1}, {NAN, 0}},
            {{-INF, 1}, {INF, -1}},
            {{NAN, 1}, {NAN, NAN}}});
    }

    @ParameterizedTest
    @MethodSource("sigmoidCrossEntropies")
    void sigmoidCrossEntropy(Kernels kernels, double[] logitAndTarget, double[] expected) {
        Tensor z = row(kernels, logitAndTarget[0]);
        Tensor t = row(kernels, logitAndTarget[1]);
        Tensor loss = row(kernels, 0).as(Shape.of(1));
        Tensor dz = row(kernels, 0);
        kernels.losses().sigmoidCrossEntropy(z, t, loss);
        kernels.losses().sigmoidCrossEntropyGradient(z, t, row(kernels, 1).as(Shape.of(1)), dz);
        assertRow(expected, row(kernels, loss.get(0), dz.get(0)));
    }

    static Stream<Arguments> pointwiseLosses() {
        return kernels().flatMap(kernels -> Stream.of(
                Arguments.of(kernels, PointwiseLoss.SQUARED, 1e4, 0, 1e8, 2e4),
                Arguments.of(kernels, PointwiseLoss.SQUARED, INF, 0, INF, INF),
                Arguments.of(kernels, PointwiseLoss.SQUARED, NAN, 0, NAN, NAN),
                Arguments.of(kernels, PointwiseLoss.ABSOLUTE, -1e4, 0, 1e4, -1),
                Arguments.of(kernels, PointwiseLoss.ABSOLUTE, 3, 3, 0, 0),
                Arguments.of(kernels, PointwiseLoss.ABSOLUTE, -TINY, 0, 0, -1),
                Arguments.of(kernels, PointwiseLoss.ABSOLUTE, -INF, 0, INF, -1),
                Arguments.of(kernels, PointwiseLoss.ABSOLUTE, NAN, 0, NAN, NAN),
                Arguments.of(kernels, PointwiseLoss.HUBER, 1e4, 0, 2 * (1e4 - 1), 2),
                Arguments.of(kernels, PointwiseLoss.HUBER, -1, 0, 0.5, -1),
                Arguments.of(kernels, PointwiseLoss.HUBER, TINY, 0, 0, 0),
                Arguments.of(kernels, PointwiseLoss.HUBER, -INF, 0, INF, -2),
                Arguments.of(kernels, PointwiseLoss.HUBER, NAN, 0, NAN, NAN),
                Arguments.of(kernels, PointwiseLoss.HINGE, 1e4, 1, 0, 0),
                Arguments.of(kernels, PointwiseLoss.HINGE, 1e4, 0, 1e4 + 1, 1),
                Arguments.of(kernels, PointwiseLoss.HINGE, TINY, 1, 1, -1),
                Arguments.of(kernels, PointwiseLoss.HINGE, 1, 1, 0, 0),
                Arguments.of(kernels, PointwiseLoss.HINGE, INF, 1, 0, 0),
                Arguments.of(kernels, PointwiseLoss.HINGE, -INF, 1, INF, -1),
                Arguments.of(kernels, PointwiseLoss.HINGE, -INF, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("pointwiseLosses")
    void pointwise(Kernels kernels, PointwiseLoss f, double y, double t, double value, double slope) {
        Tensor loss = row(kernels, 0).as(Shape.of(1));
        Tensor dy = row(kernels, 0);
        kernels.losses().pointwise(f, 2, row(kernels, y), row(kernels, t), loss);
        kernels.losses().pointwiseGradient(f, 2, row(kernels, y), row(kernels, t), row(kernels, 1).as(Shape.of(1)), dy);
        assertRow(new double[] {value, slope}, row(kernels, loss.get(0), dy.get(0)));
    }

    private static Tensor row(Kernels kernels, double... values) {
        Tensor row = kernels.allocate(values.length).cut(Shape.of(1, values.length));
        for (int i = 0; i < values.length; i++) {
            row.set(i, values[i]);
        }
        return row;
    }

    private static void assertRow(double[] expected, Tensor found) {
        for (int i = 0; i < expected.length; i++) {
            double tolerance = Double.isFinite(expected[i]) ? 1e-6 * Math.max(1, Math.abs(expected[i])) : 1;
            assertEquals(expected[i], found.get(i), tolerance, "element " + i);
        }
    }
}
