package gridrun.kernel.vector;

import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.DEAR;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;

import gridrun.kernel.KernelGroups;
import gridrun.kernel.Unary;
import gridrun.tensor.Tensor;

/**
 * The vector kernels on several threads: a call with enough work is divided among a team, each member with scratch memory of its own.
 *
 * <p>The division is static, over elements, rows or columns of what is computed, and never over a sum. So every number is computed
 * by one thread just as it would be alone, and the bits do not depend on the size of the team. A call that is divided allocates its
 * task, some 64 bytes; others allocate nothing.
 */
public final class TeamKernels extends VectorKernels {

    private static final int TILE_COLUMNS = 2 * Lanes.LANES;

    private final Team team;
    private final KernelGroups groups;

    /** Kernels that compute on so many threads, the caller's included. */
    public TeamKernels(int threads) {
        this(threads, Team.WORTH_SHARING);
    }

    /**
     * With another bound.
     *
     * @param worthSharing the work, in multiply-adds, from which a call is divided; with 0 every call that can be
     */
    public TeamKernels(int threads, long worthSharing) {
        VectorKernels[] members = new VectorKernels[threads];
        members[0] = this;
        for (int i = 1; i < threads; i++) {
            members[i] = new VectorKernels();
        }
        this.team = new Team(members, worthSharing);
        this.groups = new KernelGroups(
                new TeamBatches(team, batches), new TeamBroadcasts(team), new TeamColumnNormalizations(team),
                new TeamConvolutions(team, convolutions), new TeamLayouts(team, layouts), new TeamLookups(team), new TeamLosses(team, losses),
                new TeamNoises(team), new TeamPoolings(team, poolings), new TeamPrimitives(team), new TeamQuotients(team),
                new TeamRecurrences(team, recurrences), new TeamRowNormalizations(team, rowNormalizations), new TeamUpdates(team));
    }

    @Override
    public void close() {
        team.close();
    }

    @Override
    public KernelGroups groups() {
        return groups;
    }

    /* ---- matrix products ---- */

    @Override
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.columns())) {
            super.matMul(a, b, bias, c);
        } else if (dividesByRows(m, n)) {
            team.share(m, MatrixProducts.ROWS, (member, i, end) -> member.matMul(a, b, bias, c, i, end, 0, n));
        } else {
            team.share(n, TILE_COLUMNS, (member, j, end) -> member.matMul(a, b, bias, c, 0, m, j, end));
        }
    }

    @Override
    public void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.columns())) {
            super.matMulAdded(a, b, start, c);
        } else if (dividesByRows(m, n)) {
            team.share(m, MatrixProducts.ROWS, (member, i, end) -> member.matMulAdded(a, b, start, c, i, end, 0, n));
        } else {
            team.share(n, TILE_COLUMNS, (member, j, end) -> member.matMulAdded(a, b, start, c, 0, m, j, end));
        }
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.rows())) {
            super.matMulTransposedA(a, b, c);
        } else if (n == 1) {
            team.share(m, TILE_COLUMNS, (member, i, end) -> member.matMulTransposedA(a, b, c, i, end, 0, 1));
        } else if (dividesByRows(m, n)) {
            team.share(m, MatrixProducts.ROWS, (member, i, end) -> member.matMulTransposedA(a, b, c, i, end, 0, n));
        } else {
            team.share(n, TILE_COLUMNS, (member, j, end) -> member.matMulTransposedA(a, b, c, 0, m, j, end));
        }
    }

    /** By columns wherever there are enough, so that each member transposes only its part of b. */
    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.columns())) {
            super.matMulTransposedB(a, b, c);
        } else if (n < team.size() * TILE_COLUMNS && dividesByRows(m, n)) {
            team.share(m, MatrixProducts.ROWS, (member, i, end) -> member.matMulTransposedB(a, b, c, i, end, 0, n));
        } else {
            team.share(n, TILE_COLUMNS, (member, j, end) -> member.matMulTransposedB(a, b, c, 0, m, j, end));
        }
    }

    /** Whether the largest part of the rows, in tiles, is no larger a share than that of the columns. */
    private boolean dividesByRows(int m, int n) {
        return largestShare(m, MatrixProducts.ROWS) <= largestShare(n, TILE_COLUMNS);
    }

    private double largestShare(int n, int unit) {
        int units = (n + unit - 1) / unit;
        return (double) ((units + team.size() - 1) / team.size()) / units;
    }

    /* ---- element by element ---- */

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), f == Unary.RELU || f == Unary.LEAKY_RELU ? MOVED : COMPUTED)) {
            super.unary(f, p, x, y);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.unary(f, p, x, y, from, to));
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        if (team.isSmall(x.size(), f == Unary.GELU || f == Unary.SILU || f == Unary.SOFTPLUS ? COMPUTED : MOVED)) {
            super.unaryGradient(f, p, x, y, dy, dx);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.unaryGradient(f, p, x, y, dy, dx, from, to));
        }
    }

    @Override
    public void add(Tensor a, Tensor b, Tensor c) {
        if (team.isSmall(c.size(), MOVED)) {
            super.add(a, b, c);
        } else {
            team.share(c.size(), LINE, (member, from, to) -> member.add(a, b, c, from, to));
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor c) {
        if (team.isSmall(c.size(), MOVED)) {
            super.multiply(a, b, c);
        } else {
            team.share(c.size(), LINE, (member, from, to) -> member.multiply(a, b, c, from, to));
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), MOVED)) {
            super.scale(s, x, y);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.scale(s, x, y, from, to));
        }
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), MOVED)) {
            super.addScaled(s, x, y);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.addScaled(s, x, y, from, to));
        }
    }

    @Override
    public void copy(Tensor x, Tensor y) {
        if (team.isSmall(x.size(), MOVED)) {
            super.copy(x, y);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.copy(x, y, from, to));
        }
    }

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        if (team.isSmall(x.size(), DEAR)) {
            super.dropout(x, rate, key, mask, y);
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.dropout(x, rate, key, mask, y, from, to));
        }
    }

    /* ---- along rows and columns ---- */

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        if (team.isSmall(x.size(), MOVED)) {
            super.columnSums(x, sums);
        } else {
            team.share(x.columns(), LINE, (member, from, to) -> member.columnSums(x, sums, from, to));
        }
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        if (team.isSmall(x.size(), DEAR)) {
            super.softmax(x, y);
        } else {
            team.share(x.rows(), 1, (member, from, to) -> member.softmax(x, y, from, to));
        }
    }

    @Override
    public void softmaxGradient(Tensor y, Tensor dy, Tensor dx) {
        if (team.isSmall(y.size(), DEAR)) {
            super.softmaxGradient(y, dy, dx);
        } else {
            team.share(y.rows(), 1, (member, from, to) -> member.softmaxGradient(y, dy, dx, from, to));
        }
    }

    @Override
    public void gather(Tensor table, int[] rows, int from, Tensor out) {
        if (team.isSmall(out.size(), MOVED)) {
            super.gather(table, rows, from, out);
        } else {
            team.share(out.rows(), 1, (member, first, last) -> member.gather(table, rows, from, out, first, last));
        }
    }
}
