package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ColumnNormalizationParityTest {

    private static final int[] ROWS = {1, 2, 3, 17, 64};
    private static final int[] COLUMNS = {1, 2, 3, 7, 8, 15, 16, 17, 33, 100};

    @Test
    void normalizations_areEqual() {
        for (int m : ROWS) {
            for (int n : COLUMNS) {
                Shape x = Shape.of(m, n), c = Shape.of(n);
                for (KernelCase.Content content : new KernelCase.Content[] {Parity.POSITIVE, Parity.ODD}) {
                    Parity.check("moments", content,
                            (kernels, t) -> kernels.columnNormalizations().moments(t[0], t[1], t[2]), x, c, c);
                    Parity.check("normalize", content, (kernels, t) -> kernels.columnNormalizations()
                            .normalize(t[0], t[1], t[2], 1e-5, t[3], t[4], t[5]), x, c, c, c, c, x);
                    Parity.check("gradients", content, (kernels, t) -> kernels.columnNormalizations()
                            .gradients(t[0], t[1], t[2], 1e-5, t[3], t[4], t[5], t[6], t[7]), x, c, c, c, x, c, c, x);
                    Parity.check("gradients but dx", content, (kernels, t) -> kernels.columnNormalizations()
                            .gradients(t[0], t[1], t[2], 1e-5, t[3], t[4], t[5], t[6], null), x, c, c, c, x, c, c);
                }
            }
        }
    }

    @Test
    @DisplayName("A variance that is small beside the mean is right in float32, to its precision")
    void moments_aroundALargeMean() {
        Kernels kernels = KernelChoice.best().create();
        int m = 50_000;
        Tensor x = kernels.allocate(m).cut(Shape.of(m, 1));
        Tensor mean = kernels.allocate(1).cut(Shape.of(1));
        Tensor variance = kernels.allocate(1).cut(Shape.of(1));
        Rng rng = Rng.of(2);
        double sum = 0;
        for (int i = 0; i < m; i++) {
            x.set(i, 1000 + rng.nextGaussian());
            sum += x.get(i);
        }
        double squares = 0;
        for (int i = 0; i < m; i++) {
            squares += (x.get(i) - sum / m) * (x.get(i) - sum / m);
        }
        kernels.columnNormalizations().moments(x, mean, variance);
        assertEquals(sum / m, mean.get(0), 1e-4);
        assertEquals(squares / m, variance.get(0), 1e-4);
    }
}
