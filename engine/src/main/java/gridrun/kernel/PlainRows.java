package gridrun.kernel;

import gridrun.tensor.ByteTable;
import gridrun.tensor.Tensor;

/** What is computed row by row, as plain loops in either precision. */
final class PlainRows implements Rows {

    private final Real real;
    private final RowExponentials exponentials;
    private final PartialSums sums;

    PlainRows(Real real) {
        this.real = real;
        this.exponentials = new RowExponentials(real);
        this.sums = new PartialSums(real);
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        int n = x.columns();
        for (int i = 0; i < x.rows(); i++) {
            double sum = exponentials.sum(x, i);
            for (int j = 0; j < n; j++) {
                y.set(i * n + j, exponentials.value(j) / sum);
            }
        }
    }

    @Override
    public void softmaxGradient(Tensor y, Tensor dy, Tensor dx) {
        int n = y.columns();
        for (int i = 0; i < y.size(); i += n) {
            sums.clear();
            for (int j = 0; j < n; j++) {
                sums.addProduct(j, y.get(i + j), dy.get(i + j));
            }
            real.multiplyDifference(y, dy, sums.total(), dx, i, n);
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        int n = out.columns();
        for (int i = 0; i < out.rows(); i++) {
            real.copy(table, rows[from + i] * n, out, i * n, n);
        }
    }

    @Override
    public void gatherBytes(ByteTable table, int[] rows, int from, Tensor out) {
        int n = out.columns();
        for (int i = 0; i < out.rows(); i++) {
            int at = table.at(rows[from + i]);
            for (int j = 0; j < n; j++) {
                out.set(i * n + j, table.number(at + j));
            }
        }
    }
}
