package gridrun.kernel.vector;

import gridrun.kernel.Layouts;
import gridrun.kernel.Permutation;
import gridrun.kernel.PlainLayouts;
import gridrun.tensor.Tensor;

/**
 * Moves on vectors, divided by rows of the result: matrices are transposed square by square, anything else goes row by
 * row.
 */
final class VectorLayouts implements Layouts {

    private final Team team;
    private final PlainLayouts plain = new PlainLayouts();

    VectorLayouts(Team team) {
        this.team = team;
    }

    @Override
    public void permute(Permutation permutation, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), Team.MOVED)) {
            permute(permutation, x, y, 0, permutation.rows());
        } else {
            team.share(permutation.rows(), 1,
                    (member, from, to) -> member.layouts.permute(permutation, x, y, from, to));
        }
    }

    /** The same for rows {@code [from, to)} of the result. */
    void permute(Permutation permutation, Tensor x, Tensor y, int from, int to) {
        int rows = permutation.transposedRows(), n = permutation.columns();
        if (rows == 1) {
            plain.permute(permutation, x, y, from, to);
            return;
        }
        for (int row = from, next; row < to; row = next) {
            next = Math.min(to, row - row % rows + rows);
            Transposition.of(x.arena().floats(), x.offset() + permutation.start(row), permutation.columnStep(), n,
                    next - row,
                    y.arena().floats(), y.offset() + row * n, n);
        }
    }
}
