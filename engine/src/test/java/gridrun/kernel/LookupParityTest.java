package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tables read by ids")
class LookupParityTest {

    private static final int ROWS = 5;

    /** Ids, among them ones that are none. */
    private static final double[] IDS = {0, 4, 2, 5, 2, -1, 2.5, Double.NaN, 4, Double.POSITIVE_INFINITY, -0.0, 1e30};

    private static Tensor withIds(Tensor ids) {
        for (int i = 0; i < ids.size(); i++) {
            ids.set(i, IDS[i % IDS.length]);
        }
        return ids;
    }

    @Test
    void rowsAndGradients_areEqual() {
        for (int n : new int[] {1, 16, 33}) {
            for (int m : new int[] {1, 12, 50}) {
                Shape[] shapes = {Shape.of(m), Shape.of(ROWS, n), Shape.of(m, n)};
                Parity.check("lookUp", Parity.NORMAL,
                        (kernels, t) -> kernels.lookups().lookUp(withIds(t[0]), t[1], t[2]), shapes);
                Parity.check("lookUpGradient", Parity.NORMAL,
                        (kernels, t) -> kernels.lookups().lookUpGradient(withIds(t[0]), t[2], t[1]), shapes);
            }
        }
    }

    @Test
    void whatIsNoId_readsNaN_andAddsToNoGradient() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), new ReferenceKernels()}) {
            Tensor ids = withIds(kernels.allocate(IDS.length).cut(Shape.of(IDS.length)));
            Tensor table = kernels.allocate(ROWS).cut(Shape.of(ROWS, 1));
            Tensor y = kernels.allocate(IDS.length).cut(Shape.of(IDS.length, 1));
            for (int i = 0; i < ROWS; i++) {
                table.set(i, 10 + i);
            }
            kernels.lookups().lookUp(ids, table, y);
            double[] expected =
                    {10, 14, 12, Double.NaN, 12, Double.NaN, Double.NaN, Double.NaN, 14, Double.NaN, 10, Double.NaN};
            for (int i = 0; i < IDS.length; i++) {
                assertEquals(expected[i], y.get(i));
            }
            y.fill(1);
            kernels.lookups().lookUpGradient(ids, y, table);
            double[] counts = {2, 0, 2, 0, 2};
            for (int i = 0; i < ROWS; i++) {
                assertEquals(counts[i], table.get(i));
            }
        }
    }
}
