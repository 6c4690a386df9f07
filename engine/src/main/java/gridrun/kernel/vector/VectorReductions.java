package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.PlainReductions;
import gridrun.kernel.Reductions;
import gridrun.tensor.Tensor;
import java.util.Arrays;

/** Sums in vectors, divided by columns where there are any; what is counted is counted in a plain loop. */
final class VectorReductions implements Reductions {

    private final Team team;
    private final PlainReductions plain = PlainReductions.float32();
    private final InterleavedSums sums = new InterleavedSums();
    private float[] row = new float[0];

    VectorReductions(Team team) {
        this.team = team;
    }

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        if (team.isSmall(x.size(), MOVED)) {
            columnSums(x, sums, 0, x.columns());
        } else {
            team.share(x.columns(), LINE, (member, from, to) -> member.reductions.columnSums(x, sums, from, to));
        }
    }

    void columnSums(Tensor x, Tensor sums, int from, int to) {
        float[] out = scratch(to - from);
        columnSums(x, 0, Math.min(x.rows(), ROWS), from, to, out);
        System.arraycopy(out, 0, floats(sums), sums.offset() + from, to - from);
        for (int block = ROWS; block < x.rows(); block += ROWS) {
            columnSums(x, block, Math.min(ROWS, x.rows() - block), from, to, out);
            for (int j = from; j < to; j++) {
                floats(sums)[sums.offset() + j] += out[j - from];
            }
        }
    }

    /** Four vectors at once: a sum waits for the one before it, and whole cache lines in a row are fetched ahead. */
    private static void columnSums(Tensor x, int row, int rows, int from, int to, float[] out) {
        int at = x.offset() + row * x.columns();
        int j = from;
        for (; j + 4 * LANES <= to; j += 4 * LANES) {
            ColumnSweeps.sumsOfFour(floats(x), at + j, rows, x.columns(), out, j - from);
        }
        for (; j + LANES <= to; j += LANES) {
            ColumnSweeps.sums(floats(x), at + j, rows, x.columns(), out, j - from);
        }
        Arrays.fill(out, j - from, to - from, 0);
        addRows(floats(x), at + j, rows, x.columns(), out, j - from, to - j);
    }

    /** Columns that fill no vector, some ten classes once a step, in a plain loop: that allocates nothing when cold. */
    private static void addRows(float[] x, int at, int rows, int step, float[] out, int j, int n) {
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < n; c++) {
                out[j + c] += x[at + i * step + c];
            }
        }
    }

    @Override
    public double sum(Tensor x) {
        double total = 0;
        for (int block = 0; block < x.size(); block += BLOCK) {
            total += sums.sum(floats(x), x.offset() + block, Math.min(BLOCK, x.size() - block));
        }
        return total;
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return sums.dot(floats(x), x.offset(), floats(x), x.offset(), x.size());
    }

    @Override
    public int countSameArgmax(Tensor scores, Tensor target) {
        return plain.countSameArgmax(scores, target);
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        return plain.countSameSide(scores, threshold, target);
    }

    private float[] scratch(int n) {
        if (row.length < padded(n)) {
            row = new float[padded(n)];
        }
        return row;
    }
}
