package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.BYTE_LANES;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.DEAR;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.Rows;
import gridrun.tensor.ByteTable;
import gridrun.tensor.Tensor;

/**
 * What is computed row by row, in vectors and divided by rows.
 *
 * <p>A row is computed in scratch memory, where it is padded to whole vectors, and its elements are copied out. The
 * forms with a first and a last (exclusive) row do a part.
 */
final class VectorRows implements Rows {

    /** From this length on, rows come from memory far off, and four at once wait for it together. */
    private static final int LONG = 256;
    /** Below this length a loop is done before a copy of the JDK's has begun. */
    private static final int SHORT = 8;

    private final Team team;
    private final InterleavedSums sums = new InterleavedSums();
    private final VectorRowExponentials exponentials = new VectorRowExponentials();
    private float[] row = new float[0];

    VectorRows(Team team) {
        this.team = team;
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        if (team.isSmall(x.size(), DEAR)) {
            softmax(x, y, 0, x.rows());
        } else {
            team.share(x.rows(), 1, (member, from, to) -> member.rows.softmax(x, y, from, to));
        }
    }

    void softmax(Tensor x, Tensor y, int from, int to) {
        int n = x.columns();
        int step = VectorRowExponentials.rowsAtATime(n);
        for (int i = from; i < to; i += step) {
            int rows = Math.min(step, to - i);
            exponentials.take(x, i, i + rows);
            float[] quotients = exponentials.shifted();
            for (int r = 0; r < rows; r++) {
                RowSweeps.divide(exponentials.values(), exponentials.sum(r), quotients, r * n, n);
            }
            System.arraycopy(quotients, 0, floats(y), y.offset() + i * n, rows * n);
        }
    }

    @Override
    public void softmaxGradient(Tensor y, Tensor dy, Tensor dx) {
        if (team.isSmall(y.size(), DEAR)) {
            softmaxGradient(y, dy, dx, 0, y.rows());
        } else {
            team.share(y.rows(), 1, (member, from, to) -> member.rows.softmaxGradient(y, dy, dx, from, to));
        }
    }

    void softmaxGradient(Tensor y, Tensor dy, Tensor dx, int from, int to) {
        int n = y.columns();
        float[] gradient = scratch(n);
        for (int i = from; i < to; i++) {
            float dot = sums.dot(floats(y), y.offset() + i * n, floats(dy), dy.offset() + i * n, n);
            RowSweeps.softmaxGradient(floats(y), y.offset() + i * n, floats(dy), dy.offset() + i * n, dot, gradient, n);
            System.arraycopy(gradient, 0, floats(dx), dx.offset() + i * n, n);
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        if (team.isSmall(out.size(), MOVED)) {
            gather(table, rows, from, out, 0, out.rows());
        } else {
            team.share(out.rows(), 1, (member, first, last) -> member.rows.gather(table, rows, from, out, first, last));
        }
    }

    void gather(Tensor table, int[] rows, int from, Tensor out, int first, int last) {
        int n = out.columns();
        int i = first;
        for (; n >= LONG && i + 4 <= last; i += 4) {
            gatherFour(table, rows, from + i, out, out.offset() + i * n);
        }
        float[] source = floats(table), to = floats(out);
        for (; n >= SHORT && i < last; i++) {
            System.arraycopy(source, at(table, rows, from + i), to, out.offset() + i * n, n);
        }
        for (; i < last; i++) {
            int row = at(table, rows, from + i);
            for (int j = 0; j < n; j++) {
                to[out.offset() + i * n + j] = source[row + j];
            }
        }
    }

    /** The table has no slack behind it, so what is left of whole vectors is copied by itself. */
    private static void gatherFour(Tensor table, int[] rows, int from, Tensor out, int to) {
        int n = out.columns(), whole = whole(n);
        Sweeps.copyFour(floats(table), at(table, rows, from), at(table, rows, from + 1), at(table, rows, from + 2),
                at(table, rows, from + 3), floats(out), to, n, whole);
        for (int r = 0; whole < n && r < 4; r++) {
            System.arraycopy(floats(table), at(table, rows, from + r) + whole, floats(out), to + r * n + whole,
                    n - whole);
        }
    }

    private static int at(Tensor table, int[] rows, int i) {
        return table.offset() + rows[i] * table.columns();
    }

    @Override
    public void gatherBytes(ByteTable table, int[] rows, int from, Tensor out) {
        if (team.isSmall(out.size(), MOVED)) {
            gatherBytes(table, rows, from, out, 0, out.rows());
        } else {
            team.share(out.rows(), 1,
                    (member, first, last) -> member.rows.gatherBytes(table, rows, from, out, first, last));
        }
    }

    void gatherBytes(ByteTable table, int[] rows, int from, Tensor out, int first, int last) {
        int n = out.columns(), whole = n / BYTE_LANES * BYTE_LANES;
        byte[] bytes = table.bytes();
        int i = first;
        for (; n >= LONG && i + 4 <= last; i += 4) {
            int next = from + i;
            Sweeps.numbersOfFour(bytes, table.at(rows[next]), table.at(rows[next + 1]), table.at(rows[next + 2]),
                    table.at(rows[next + 3]), table.scale(), floats(out), out.offset() + i * n, n, whole);
        }
        for (; i < last; i++) {
            Sweeps.numbers(bytes, table.at(rows[from + i]), table.scale(), floats(out), out.offset() + i * n, whole);
        }
        for (i = first; whole < n && i < last; i++) {
            int at = table.at(rows[from + i]);
            for (int j = whole; j < n; j++) {
                floats(out)[out.offset() + i * n + j] = table.number(at + j);
            }
        }
    }

    private float[] scratch(int n) {
        if (row.length < padded(n)) {
            row = new float[padded(n)];
        }
        return row;
    }
}
