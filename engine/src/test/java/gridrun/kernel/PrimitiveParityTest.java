package gridrun.kernel;

import gridrun.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitiveParityTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 192, 193, 1100, 3000})
    void multiplyAdd_ofAnySize_isEqual(int n) {
        for (int times : new int[] {0, 1, 7}) {
            Parity.check("multiplyAdd", Parity.ODD,
                    (kernels, t) -> kernels.primitives().multiplyAdd(0.7, 1.1, times, t[0]), Shape.of(n));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 33, 1024, 3000})
    void exp_ofAnySize_isEqual(int n) {
        Parity.check("exp", Parity.ODD, (kernels, t) -> kernels.primitives().exp(t[0], t[1]), Shape.of(n), Shape.of(n));
    }

    /** e^x rounds to 0 below -104 and to infinity above 89. */
    @Test
    void exponentials_withinAndBeyondTheirLimits_areEqual() {
        KernelCase.Content wide = rng -> rng.nextUniform(-400, 400);
        Shape shape = Shape.of(3000);
        Parity.check("exp", wide, (kernels, t) -> kernels.primitives().exp(t[0], t[1]), shape, shape);
        Parity.check("e^x - 1", wide, (kernels, t) -> kernels.elements().unary(Unary.ELU, 1, t[0], t[1]), shape, shape);
    }
}
