package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayoutParityTest {

    private static final int[][] ORDERS = {{0, 1, 2, 3}, {0, 2, 1, 3}, {0, 2, 3, 1}, {3, 2, 1, 0}, {1, 0, 2, 3}};

    @Test
    void permutations_ofFourAxes_areEqual() {
        for (int[] order : ORDERS) {
            for (Shape shape : new Shape[] {Shape.of(1, 1, 1, 1), Shape.of(2, 3, 5, 7), Shape.of(3, 17, 4, 16),
                Shape.of(1, 40, 2, 35)}) {
                Permutation permutation = new Permutation(shape, order);
                Parity.check("permute", Parity.ODD, (kernels, t) -> kernels.layouts().permute(permutation, t[0], t[1]),
                        shape, permutation.result());
            }
        }
    }

    @Test
    void permutation_ofMatrix_isItsTranspose() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), new ReferenceKernels()}) {
            Tensor x = kernels.allocate(6).cut(Shape.of(2, 3));
            Tensor y = kernels.allocate(6).cut(Shape.of(3, 2));
            for (int i = 0; i < 6; i++) {
                x.set(i, i);
            }
            kernels.layouts().permute(new Permutation(x.shape(), 1, 0), x, y);
            for (int i = 0; i < 6; i++) {
                assertEquals(i % 2 * 3 + i / 2, y.get(i));
            }
        }
    }
}
