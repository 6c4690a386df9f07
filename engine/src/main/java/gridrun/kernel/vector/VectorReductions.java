package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import gridrun.kernel.PlainReductions;
import gridrun.kernel.Reductions;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

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
        int j = from;
        for (; j + 4 * LANES <= to; j += 4 * LANES) {
            fourColumnSums(floats(x), x.offset() + j, x.rows(), x.columns(), out, j - from);
        }
        for (; j < to; j += LANES) {
            columnSums(floats(x), x.offset() + j, x.rows(), x.columns(), out, j - from);
        }
        System.arraycopy(out, 0, floats(sums), sums.offset() + from, to - from);
    }

    /** Four vectors at once: a sum waits for the one before it, and whole cache lines in a row are fetched ahead. */
    private static void fourColumnSums(float[] x, int at, int rows, int step, float[] out, int j) {
        FloatVector s0 = broadcast(FLOATS, 0f);
        FloatVector s1 = broadcast(FLOATS, 0f);
        FloatVector s2 = broadcast(FLOATS, 0f);
        FloatVector s3 = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            s0 = s0.add(fromArray(FLOATS, x, at + i * step));
            s1 = s1.add(fromArray(FLOATS, x, at + i * step + LANES));
            s2 = s2.add(fromArray(FLOATS, x, at + i * step + 2 * LANES));
            s3 = s3.add(fromArray(FLOATS, x, at + i * step + 3 * LANES));
        }
        s0.intoArray(out, j);
        s1.intoArray(out, j + LANES);
        s2.intoArray(out, j + 2 * LANES);
        s3.intoArray(out, j + 3 * LANES);
    }

    private static void columnSums(float[] x, int at, int rows, int step, float[] out, int j) {
        FloatVector sums = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            sums = sums.add(fromArray(FLOATS, x, at + i * step));
        }
        sums.intoArray(out, j);
    }

    @Override
    public double sum(Tensor x) {
        return sums.sum(floats(x), x.offset(), x.size());
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
