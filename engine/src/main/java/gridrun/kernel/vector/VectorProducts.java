package gridrun.kernel.vector;

import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.Products;
import gridrun.tensor.Tensor;

/** Products of matrices in tiles of outer products, divided by rows or columns of what is computed. */
final class VectorProducts implements Products {

    private final Team team;
    private final MatrixProducts tiles = new MatrixProducts();
    private final HeldMatrix held = new HeldMatrix();

    VectorProducts(Team team) {
        this.team = team;
    }

    @Override
    public void hold(Tensor b) {
        held.take(b);
    }

    @Override
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        int m = c.rows(), n = c.columns();
        HeldMatrix panels = held.is(b) ? held : null;
        if (team.isSmall((long) m * n, a.columns())) {
            matMul(a, b, panels, bias, c, 0, m, 0, n);
        } else if (dividesByRows(m, n, panels != null)) {
            team.share(m, MatrixProducts.ROWS,
                    (member, i, end) -> member.products.matMul(a, b, panels, bias, c, i, end, 0, n));
        } else {
            team.share(n, MatrixProducts.COLUMNS,
                    (member, j, end) -> member.products.matMul(a, b, panels, bias, c, 0, m, j, end));
        }
    }

    @Override
    public void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c) {
        int m = c.rows(), n = c.columns();
        HeldMatrix panels = held.is(b) ? held : null;
        if (team.isSmall((long) m * n, a.columns())) {
            matMulAdded(a, b, panels, start, c, 0, m, 0, n);
        } else if (dividesByRows(m, n, panels != null)) {
            team.share(m, MatrixProducts.ROWS,
                    (member, i, end) -> member.products.matMulAdded(a, b, panels, start, c, i, end, 0, n));
        } else {
            team.share(n, MatrixProducts.COLUMNS,
                    (member, j, end) -> member.products.matMulAdded(a, b, panels, start, c, 0, m, j, end));
        }
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.rows())) {
            matMulTransposedA(a, b, c, 0, m, 0, n);
        } else if (n == 1) {
            team.share(m, MatrixProducts.COLUMNS,
                    (member, i, end) -> member.products.matMulTransposedA(a, b, c, i, end, 0, 1));
        } else if (dividesByRows(m, n, false)) {
            team.share(m, MatrixProducts.ROWS,
                    (member, i, end) -> member.products.matMulTransposedA(a, b, c, i, end, 0, n));
        } else {
            team.share(n, MatrixProducts.COLUMNS,
                    (member, j, end) -> member.products.matMulTransposedA(a, b, c, 0, m, j, end));
        }
    }

    /** By columns wherever there are enough, so that each member transposes only its part of b. */
    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int m = c.rows(), n = c.columns();
        if (team.isSmall((long) m * n, a.columns())) {
            matMulTransposedB(a, b, c, 0, m, 0, n);
        } else if (n < team.size() * MatrixProducts.COLUMNS && dividesByRows(m, n, false)) {
            team.share(m, MatrixProducts.ROWS,
                    (member, i, end) -> member.products.matMulTransposedB(a, b, c, i, end, 0, n));
        } else {
            team.share(n, MatrixProducts.COLUMNS,
                    (member, j, end) -> member.products.matMulTransposedB(a, b, c, 0, m, j, end));
        }
    }

    /**
     * Whether to divide by rows: so where their largest part, in tiles, is the smaller share of them than that of the
     * columns. Where both are the same, each member reads all of the smaller factor and a part of the larger one. A
     * factor that is held is in every member's caches before long, and counts for nothing.
     */
    private boolean dividesByRows(int m, int n, boolean held) {
        double rows = largestShare(m, MatrixProducts.ROWS), columns = largestShare(n, MatrixProducts.COLUMNS);
        return rows < columns || rows == columns && (m >= n || held);
    }

    private double largestShare(int n, int unit) {
        int units = (n + unit - 1) / unit;
        return (double) ((units + team.size() - 1) / team.size()) / units;
    }

    /* ---- the same for rows [i, iEnd) and columns [j, jEnd) of c ---- */

    private void matMul(Tensor a, Tensor b, HeldMatrix panels, Tensor bias, Tensor c,
            int i, int iEnd, int j, int jEnd) {
        int m = iEnd - i, k = a.columns(), n = c.columns(), biasAt = bias == null ? 0 : bias.offset() + j;
        float[] biases = bias == null ? null : floats(bias);
        if (panels != null) {
            tiles.multiplyHeld(m, jEnd - j, k, floats(a), a.offset() + i * k, panels, j, biases, biasAt,
                    floats(c), c.offset() + i * n + j, n);
        } else {
            tiles.multiply(m, jEnd - j, k, floats(a), a.offset() + i * k, k, 1, floats(b), b.offset() + j, n,
                    biases, biasAt, floats(c), c.offset() + i * n + j, n);
        }
    }

    private void matMulAdded(Tensor a, Tensor b, HeldMatrix panels, Tensor start, Tensor c,
            int i, int iEnd, int j, int jEnd) {
        int m = iEnd - i, k = a.columns(), n = c.columns();
        if (panels != null) {
            tiles.multiplyAddedHeld(m, jEnd - j, k, floats(a), a.offset() + i * k, panels, j,
                    floats(start), start.offset() + i * n + j, n, floats(c), c.offset() + i * n + j, n);
        } else {
            tiles.multiplyAdded(m, jEnd - j, k, floats(a), a.offset() + i * k, k, 1, floats(b), b.offset() + j, n,
                    floats(start), start.offset() + i * n + j, n, floats(c), c.offset() + i * n + j, n);
        }
    }

    private void matMulTransposedA(Tensor a, Tensor b, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.rows(), m = a.columns(), n = c.columns();
        if (n == 1) { // a row of c is an element, so it is a row of vectors as the transpose
            tiles.multiply(1, iEnd - i, k, floats(b), b.offset(), k, 1, floats(a), a.offset() + i, m,
                    null, 0, floats(c), c.offset() + i, m);
        } else {
            tiles.multiply(iEnd - i, jEnd - j, k, floats(a), a.offset() + i, 1, m, floats(b), b.offset() + j, n,
                    null, 0, floats(c), c.offset() + i * n + j, n);
        }
    }

    private void matMulTransposedB(Tensor a, Tensor b, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.columns(), n = c.columns();
        tiles.multiplyTransposedB(iEnd - i, jEnd - j, k, floats(a), a.offset() + i * k,
                floats(b), b.offset() + j * k, k, floats(c), c.offset() + i * n + j, n);
    }
}
