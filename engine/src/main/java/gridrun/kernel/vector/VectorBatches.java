package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.padded;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.Batches;
import gridrun.kernel.Matrices;
import java.util.Arrays;

/** Small matrices on vectors, divided by whole ones. The forms with a first and a last (exclusive) matrix do a part. */
final class VectorBatches implements Batches {

    private final Team team;
    private final SmallProducts products = new SmallProducts();
    private float[] transposed = new float[0];
    private float[] exponentials = new float[0];

    VectorBatches(Team team) {
        this.team = team;
    }

    private boolean isSmall(Matrices c, int cost) {
        return team.isSmall((long) c.count() * c.rows() * c.columns(), cost);
    }

    @Override
    public void multiply(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.rows())) {
            multiply(a, b, c, 0, c.count());
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiply(a, b, c, from, to));
        }
    }

    void multiply(Matrices a, Matrices b, Matrices c, int from, int to) {
        for (int i = from; i < to; i++) {
            products.multiply(c.rows(), c.columns(), b.rows(), floats(a), a.at(i), a.rowStep(), 1,
                    floats(b), b.at(i), b.rowStep(), floats(c), c.at(i), c.rowStep());
        }
    }

    @Override
    public void multiplyTransposedA(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.rows())) {
            multiplyTransposedA(a, b, c, 0, c.count());
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiplyTransposedA(a, b, c, from, to));
        }
    }

    void multiplyTransposedA(Matrices a, Matrices b, Matrices c, int from, int to) {
        for (int i = from; i < to; i++) {
            products.multiply(c.rows(), c.columns(), b.rows(), floats(a), a.at(i), 1, a.rowStep(),
                    floats(b), b.at(i), b.rowStep(), floats(c), c.at(i), c.rowStep());
        }
    }

    @Override
    public void multiplyTransposedB(Matrices a, Matrices b, Matrices c) {
        if (isSmall(c, b.columns())) {
            multiplyTransposedB(a, b, c, 0, c.count());
        } else {
            team.share(c.count(), 1, (member, from, to) -> member.batches.multiplyTransposedB(a, b, c, from, to));
        }
    }

    void multiplyTransposedB(Matrices a, Matrices b, Matrices c, int from, int to) {
        int columns = padded(c.columns()), k = b.columns();
        if (transposed.length < k * columns + WIDEST) {
            transposed = new float[k * columns + WIDEST];
        }
        for (int p = 0; p < k; p++) {
            Arrays.fill(transposed, p * columns + b.rows(), (p + 1) * columns, 0);
        }
        for (int i = from; i < to; i++) {
            Transposition.of(floats(b), b.at(i), b.rowStep(), b.rows(), k, transposed, columns);
            products.multiply(c.rows(), c.columns(), k, floats(a), a.at(i), a.rowStep(), 1,
                    transposed, 0, columns, floats(c), c.at(i), c.rowStep());
        }
    }

    @Override
    public void softmax(double scale, boolean causal, Matrices x, Matrices y) {
        if (isSmall(x, COMPUTED)) {
            softmax(scale, causal, x, y, 0, x.count());
        } else {
            team.share(x.count(), 1, (member, from, to) -> member.batches.softmax(scale, causal, x, y, from, to));
        }
    }

    void softmax(double scale, boolean causal, Matrices x, Matrices y, int from, int to) {
        int rows = x.rows();
        if (exponentials.length < rows * LANES) {
            exponentials = new float[rows * LANES];
        }
        for (int i = from; i < to; i++) {
            for (int j = 0; j < x.columns(); j += LANES) {
                int whole = causal ? Math.min(j + 1, rows) : rows; // the query at time j sees the keys up to j
                ColumnSoftmax.shift((float) scale, whole, j, floats(x), x.at(i) + j, x.rowStep(), exponentials, rows);
                VectorMath.exp(exponentials, exponentials, rows * LANES);
                ColumnSoftmax.shares(whole, j, exponentials, floats(y), y.at(i) + j, y.rowStep(), rows);
            }
        }
    }

    @Override
    public void softmaxGradient(double scale, Matrices y, Matrices dy, Matrices dx) {
        if (isSmall(y, MOVED)) {
            softmaxGradient(scale, y, dy, dx, 0, y.count());
        } else {
            team.share(y.count(), 1, (member, from, to) -> member.batches.softmaxGradient(scale, y, dy, dx, from, to));
        }
    }

    void softmaxGradient(double scale, Matrices y, Matrices dy, Matrices dx, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = 0; j < y.columns(); j += LANES) {
                ColumnSoftmax.gradient((float) scale, floats(y), y.at(i) + j, y.rowStep(),
                        floats(dy), dy.at(i) + j, dy.rowStep(), floats(dx), dx.at(i) + j, dx.rowStep(), y.rows());
            }
        }
    }

    private static float[] floats(Matrices matrices) {
        return matrices.tensor().arena().floats();
    }
}
