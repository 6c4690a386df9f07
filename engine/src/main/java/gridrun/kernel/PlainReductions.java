package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Sums and counts as plain loops in either precision. */
public final class PlainReductions implements Reductions {

    private final Real real;
    private final PartialSums sums;

    PlainReductions(Real real) {
        this.real = real;
        this.sums = new PartialSums(real);
    }

    /** In float32, to the bit what vectors compute; with scratch memory of its own. */
    public static PlainReductions float32() {
        return new PlainReductions(Real.FLOAT32);
    }

    @Override
    public void columnSums(Tensor x, Tensor sums) {
        int n = x.columns();
        sums.fill(0);
        for (int i = 0; i < Math.min(x.rows(), ROWS); i++) {
            real.add(sums, 0, x, i * n, sums, 0, n);
        }
        for (int block = ROWS; block < x.rows(); block += ROWS) {
            int end = Math.min(block + ROWS, x.rows());
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int i = block; i < end; i++) {
                    sum = real.add(sum, x.get(i * n + j));
                }
                sums.set(j, real.add(sums.get(j), sum));
            }
        }
    }

    @Override
    public double sum(Tensor x) {
        double total = 0;
        for (int block = 0; block < x.size(); block += BLOCK) {
            sums.clear();
            for (int i = block; i < Math.min(block + BLOCK, x.size()); i++) {
                sums.add(i, x.get(i));
            }
            total += sums.total();
        }
        return total;
    }

    @Override
    public double sumOfSquares(Tensor x) {
        sums.clear();
        for (int i = 0; i < x.size(); i++) {
            sums.addProduct(i, x.get(i), x.get(i));
        }
        return sums.total();
    }

    @Override
    public int countSameArgmax(Tensor scores, Tensor target) {
        int n = scores.columns(), count = 0;
        for (int i = 0; i < scores.size(); i += n) {
            count += argmax(scores, i, n) == argmax(target, i, n) ? 1 : 0;
        }
        return count;
    }

    private static int argmax(Tensor x, int from, int n) {
        int best = 0;
        double largest = x.get(from);
        for (int j = 1; j < n; j++) {
            if (x.get(from + j) > largest) {
                largest = x.get(from + j);
                best = j;
            }
        }
        return best;
    }

    @Override
    public int countSameSide(Tensor scores, double threshold, Tensor target) {
        double bound = real.round(threshold);
        int others = 0;
        for (int i = 0; i < scores.size(); i++) {
            int said = scores.get(i) > bound ? 1 : 0; // no branch, which random labels would mislead
            others += said ^ (target.get(i) > 0.5 ? 1 : 0);
        }
        return scores.size() - others;
    }
}
