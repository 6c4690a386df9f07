package gridrun.kernel.vector;

import static gridrun.kernel.vector.MatrixProducts.COLUMNS;
import static gridrun.kernel.vector.Slivers.PAIRS;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;

/**
 * A factor of many products, copied once: panels as wide as a tile, one behind another, each with its rows side by
 * side. Element [p, j] is {@code (j / COLUMNS * k + p) * COLUMNS + j % COLUMNS} behind
 * {@link Arena#FIRST}.
 */
final class HeldMatrix {

    private Tensor matrix;
    private float[] panels = {};

    /** @param b [k, n], or null for none */
    void take(Tensor b) {
        matrix = b;
        if (b == null) {
            return;
        }
        int k = b.rows(), n = b.columns();
        int whole = n / COLUMNS;
        int size = Arena.FIRST + (n + COLUMNS - 1) / COLUMNS * COLUMNS * k;
        if (panels.length < size) {
            panels = new float[size];
        }
        for (int q = 0; q < whole; q += PAIRS) {
            Slivers.copy(Math.min(PAIRS, whole - q), floats(b), b.offset() + q * COLUMNS, n, k, panels,
                    Arena.FIRST + q * COLUMNS * k);
        }
        int rest = n - whole * COLUMNS;
        for (int p = 0; rest > 0 && p < k; p++) {
            System.arraycopy(floats(b), b.offset() + p * n + n - rest, panels,
                    Arena.FIRST + (whole * k + p) * COLUMNS, rest);
        }
    }

    boolean is(Tensor b) {
        return matrix == b;
    }

    float[] panels() {
        return panels;
    }
}
