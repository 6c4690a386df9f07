package gridrun.kernel;

import gridrun.tensor.Shape;
import org.junit.jupiter.api.Test;

class NoiseParityTest {

    @Test
    void noise_isEqual() {
        for (int n : new int[] {1, 2, 15, 16, 33, 1000}) {
            Parity.check("gaussian", Parity.ODD, (kernels, t) -> kernels.noises().gaussian(0.3, 99, t[0]), Shape.of(n));
        }
    }
}
