package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNormalizationTest {

    private static final List<Kernels> ALL =
            List.of(new ReferenceKernels(), new ScalarKernels(), KernelChoice.best().create());

    private static TracedLayer layer(Kernels kernels, int features) {
        return new TracedLayer(kernels, new LayerNormalization(1e-5), Shape.of(1, features));
    }

    @Test
    void row_isBroughtToMean0AndVariance1_thenScaledAndShifted() {
        for (Kernels kernels : ALL) {
            TracedLayer layer = layer(kernels, 4);
            layer.parameter("gamma", 1, 1, 2, 2);
            layer.parameter("beta", 0, 10, 0, 10);
            Tensor y = layer.forward(1, 3, 5, 7);
            double deviation = Math.sqrt(5 + 1e-5);
            double[] expected = {-3 / deviation, 10 - 1 / deviation, 2 / deviation, 10 + 6 / deviation};
            for (int i = 0; i < 4; i++) {
                assertEquals(expected[i], y.get(i), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1e4, 1e18})
    void equalFeatures_giveTheShift(double x) {
        for (Kernels kernels : ALL) {
            TracedLayer layer = layer(kernels, 4);
            layer.parameter("beta", 1, 2, 3, 4);
            Tensor y = layer.forward(x, x, x, x);
            for (int i = 0; i < 4; i++) {
                assertEquals(i + 1, y.get(i));
            }
        }
    }

    /** A large mean does not drown the variance: it is taken from the differences. */
    @Test
    void smallDeviation_aroundALargeMean_isKept() {
        for (Kernels kernels : ALL) {
            Tensor y = layer(kernels, 2).forward(10_000, 10_002);
            assertEquals(-1, y.get(0), 1e-4);
            assertEquals(1, y.get(1), 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNone_show(double x) {
        for (Kernels kernels : ALL) {
            assertTrue(Double.isNaN(layer(kernels, 2).forward(x, 1).get(0)));
        }
    }
}
