package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Products of matrices as plain loops in either precision, over rows of b that the compiler makes vectors of. */
final class PlainProducts implements Products {

    private final Real real;

    PlainProducts(Real real) {
        this.real = real;
    }

    @Override
    public void hold(Tensor b) {
        // Rows of b are read as they lie.
    }

    @Override
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        int n = c.columns();
        for (int i = 0; i < c.size(); i++) {
            c.set(i, bias == null ? 0 : bias.get(i % n));
        }
        addProduct(a, b, c);
    }

    @Override
    public void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c) {
        real.copy(start, 0, c, 0, c.size());
        addProduct(a, b, c);
    }

    /** Continues the chains that c holds. */
    private void addProduct(Tensor a, Tensor b, Tensor c) {
        for (int i = 0; i < c.rows(); i++) {
            real.addRows(a, i * a.columns(), 1, b, c, i);
        }
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        c.fill(0);
        for (int i = 0; i < c.rows(); i++) {
            real.addRows(a, i, c.rows(), b, c, i);
        }
    }

    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int k = a.columns(), n = c.columns();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < n; j++) {
                c.set(i * n + j, real.dot(a, i * k, b, j * k, k));
            }
        }
    }
}
