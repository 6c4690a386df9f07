package gridrun.kernel;

/** Small matrices in both precisions, in plain loops. */
final class PlainBatches implements Batches {

    private final Real real;

    PlainBatches(Real real) {
        this.real = real;
    }

    /** A factor's element by its row or column in the result, and its place in the chain. */
    private interface Element {
        double at(int matrix, int ij, int p);
    }

    @Override
    public void multiply(Matrices a, Matrices b, Matrices c) {
        multiply(a::get, b.rows(), (matrix, j, p) -> b.get(matrix, p, j), c);
    }

    @Override
    public void multiplyTransposedA(Matrices a, Matrices b, Matrices c) {
        multiply((matrix, i, p) -> a.get(matrix, p, i), b.rows(), (matrix, j, p) -> b.get(matrix, p, j), c);
    }

    @Override
    public void multiplyTransposedB(Matrices a, Matrices b, Matrices c) {
        multiply(a::get, b.columns(), (matrix, j, p) -> j < b.rows() ? b.get(matrix, j, p) : 0, c);
    }

    private void multiply(Element a, int k, Element b, Matrices c) {
        for (int matrix = 0; matrix < c.count(); matrix++) {
            for (int i = 0; i < c.rows(); i++) {
                for (int j = 0; j < c.columns(); j++) {
                    double chain = 0;
                    for (int p = 0; p < k; p++) {
                        chain = real.fma(a.at(matrix, i, p), b.at(matrix, j, p), chain);
                    }
                    c.set(matrix, i, j, chain);
                }
            }
        }
    }

    @Override
    public void softmax(double scale, boolean causal, Matrices x, Matrices y) {
        double s = real.round(scale);
        for (int matrix = 0; matrix < x.count(); matrix++) {
            for (int j = 0; j < x.columns(); j++) {
                softmaxColumn(s, causal ? Math.min(j + 1, x.rows()) : x.rows(), x, y, matrix, j);
            }
        }
    }

    private void softmaxColumn(double scale, int seen, Matrices x, Matrices y, int matrix, int j) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < seen; i++) {
            double z = real.multiply(scale, x.get(matrix, i, j));
            max = z > max ? z : max;
        }
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            double z = real.multiply(scale, x.get(matrix, i, j));
            double e = i < seen ? real.exp(real.subtract(z, max)) : 0;
            y.set(matrix, i, j, e);
            sum = real.add(sum, e);
        }
        double share = real.divide(1, sum);
        for (int i = 0; i < x.rows(); i++) {
            y.set(matrix, i, j, i < seen ? real.multiply(y.get(matrix, i, j), share) : 0);
        }
    }

    @Override
    public void softmaxGradient(double scale, Matrices y, Matrices dy, Matrices dx) {
        double s = real.round(scale);
        for (int matrix = 0; matrix < y.count(); matrix++) {
            for (int j = 0; j < y.columns(); j++) {
                double dot = 0;
                for (int i = 0; i < y.rows(); i++) {
                    dot = real.fma(y.get(matrix, i, j), dy.get(matrix, i, j), dot);
                }
                for (int i = 0; i < y.rows(); i++) {
                    double difference = real.subtract(dy.get(matrix, i, j), dot);
                    dx.set(matrix, i, j, real.multiply(s, real.multiply(y.get(matrix, i, j), difference)));
                }
            }
        }
    }
}
