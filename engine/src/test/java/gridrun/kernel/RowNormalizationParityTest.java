package gridrun.kernel;

import gridrun.tensor.Shape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Layer normalization: any vectors and any team leave the bits of the scalar loops")
class RowNormalizationParityTest {

    private static final int[] ROWS = {1, 3, 18};
    private static final int[] COLUMNS = {1, 2, 15, 16, 17, 31, 64, 100};

    private static void check(String what, Parity.Call call) {
        for (KernelCase.Content content : new KernelCase.Content[] {Parity.NORMAL, Parity.ODD}) {
            for (int m : ROWS) {
                for (int n : COLUMNS) {
                    Shape matrix = Shape.of(m, n), row = Shape.of(n);
                    Parity.check(what, content, call, matrix, row, row, matrix, Shape.of(m), matrix);
                }
            }
        }
    }

    @Test
    void normalizeRows_isEqual() {
        check("normalizeRows",
                (kernels, t) -> kernels.rowNormalizations().normalizeRows(t[0], t[1], t[2], 1e-5, t[3], t[4], t[5]));
    }

    @Test
    void rowsGradient_isEqual() {
        check("rowsGradient", (kernels, t) -> kernels.rowNormalizations().rowsGradient(t[1], t[3], t[4], t[0], t[5]));
    }

    @Test
    void rowsParameterGradients_areEqual() {
        check("rowsParameterGradients",
                (kernels, t) -> kernels.rowNormalizations().rowsParameterGradients(t[3], t[0], t[1], t[2]));
    }
}
