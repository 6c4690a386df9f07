package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.kernel.choice.KernelChoice;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The kernels of this machine")
class KernelFigureTest {

    static Stream<KernelCase> cases() {
        return Stream.concat(KernelCase.all().stream(), KernelCase.products(70).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("agree with float64 to the precision of float32")
    void kernels_besideFloat64_agree(KernelCase kernelCase) {
        Object[] expected = new Object[1];
        Object[] actual = new Object[1];
        KernelCase.Content content = rng -> (float) rng.nextUniform(0.1, 2);
        Arena exact = kernelCase.run(new ReferenceKernels(), 9, 37, 9000, content, expected);
        Arena found = kernelCase.run(KernelChoice.best().create(), 9, 37, 9000, content, actual);
        for (int i = 0; i < exact.doubles().length; i++) {
            double value = exact.doubles()[i];
            assertEquals(value, found.floats()[i], 2e-5 * Math.max(1, Math.abs(value)), kernelCase + " at " + i);
        }
        if (expected[0] != null) {
            double value = ((Number) expected[0]).doubleValue();
            assertEquals(value, ((Number) actual[0]).doubleValue(), 1e-5 * Math.abs(value), kernelCase.toString());
        }
    }

    @Test
    @DisplayName("leave these bits, on every JDK and at every width")
    void kernels_onFixedInput_leaveKnownBits() {
        int hash = 17;
        for (KernelCase kernelCase : cases().toList()) {
            Arena after = kernelCase.run(KernelChoice.best().create(), 21, 53, 9000, Rng::nextGaussian, new Object[1]);
            hash = 31 * hash + Arrays.hashCode(KernelParityTest.bits(after));
        }
        assertEquals(GOLDEN, hash);
    }

    private static final int GOLDEN = 123857056;

    @Test
    @DisplayName("sum in 16 interleaved partial sums and one fixed tree")
    void sum_ofNumbersThatRound_followsTheTree() {
        Kernels kernels = KernelChoice.best().create();
        Tensor x = kernels.allocate(48).cut(Shape.of(33));
        float[] partials = new float[16];
        for (int i = 0; i < 33; i++) {
            x.set(i, 1 / (i + 3.0));
            partials[i % 16] += (float) (1 / (i + 3.0));
        }
        for (int half = 8; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                partials[j] += partials[j + half];
            }
        }
        assertEquals(partials[0], (float) kernels.reductions().sum(x));
    }

    @Test
    @DisplayName("keep NaN where a net diverged")
    void relu_ofNaN_isNaN() {
        Kernels kernels = KernelChoice.best().create();
        Arena arena = kernels.allocate(64);
        Tensor x = arena.cut(Shape.of(20));
        Tensor y = arena.cut(Shape.of(20));
        x.fill(Double.NaN);
        kernels.elements().unary(Unary.RELU, 0, x, y);
        assertTrue(Double.isNaN(y.get(0)) && Double.isNaN(y.get(19)));
    }
}
