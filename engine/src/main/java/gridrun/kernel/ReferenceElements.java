package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/** The part of {@link ReferenceKernels} that goes element by element. */
abstract class ReferenceElements implements Kernels {

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        double[] xs = doubles(x), ys = doubles(y);
        for (int i = 0; i < x.size(); i++) {
            ys[y.offset() + i] = ReferenceMath.value(f, p, xs[x.offset() + i]);
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        double[] xs = doubles(x), ys = doubles(y), dys = doubles(dy), dxs = doubles(dx);
        for (int i = 0; i < x.size(); i++) {
            dxs[dx.offset() + i] = ReferenceMath.gradient(
                    f, p, xs[x.offset() + i], ys[y.offset() + i], dys[dy.offset() + i]);
        }
    }

    @Override
    public void add(Tensor a, Tensor b, Tensor c) {
        double[] as = doubles(a), bs = doubles(b), cs = doubles(c);
        for (int i = 0; i < c.size(); i++) {
            cs[c.offset() + i] = as[a.offset() + i] + bs[b.offset() + i];
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor c) {
        double[] as = doubles(a), bs = doubles(b), cs = doubles(c);
        for (int i = 0; i < c.size(); i++) {
            cs[c.offset() + i] = as[a.offset() + i] * bs[b.offset() + i];
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        double[] xs = doubles(x), ys = doubles(y);
        for (int i = 0; i < x.size(); i++) {
            ys[y.offset() + i] = s * xs[x.offset() + i];
        }
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        addScaledRow(s, doubles(x), x.offset(), doubles(y), y.offset(), x.size());
    }

    @Override
    public void copy(Tensor x, Tensor y) {
        System.arraycopy(doubles(x), x.offset(), doubles(y), y.offset(), x.size());
    }

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        double kept = (1 / (1 - rate));
        double[] masks = doubles(mask);
        for (int i = 0; i < x.size(); i++) {
            masks[mask.offset() + i] = Rng.uniform(key, i) < rate ? 0 : kept;
        }
        multiply(mask, x, y);
    }

    /** {@code c = c + s b} for n elements from given positions. */
    static void addScaledRow(double s, double[] b, int bi, double[] c, int ci, int n) {
        for (int j = 0; j < n; j++) {
            c[ci + j] = Math.fma(s, b[bi + j], c[ci + j]);
        }
    }

    static double[] doubles(Tensor t) {
        return t.arena().doubles();
    }
}
