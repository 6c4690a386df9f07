package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/** The part of {@link ScalarKernels} that goes element by element. */
abstract class ScalarElements implements Kernels {

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        float[] xs = floats(x), ys = floats(y);
        for (int i = 0; i < x.size(); i++) {
            ys[y.offset() + i] = FloatMath.value(f, (float) p, xs[x.offset() + i]);
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        float[] xs = floats(x), ys = floats(y), dys = floats(dy), dxs = floats(dx);
        for (int i = 0; i < x.size(); i++) {
            dxs[dx.offset() + i] = FloatMath.gradient(
                    f, (float) p, xs[x.offset() + i], ys[y.offset() + i], dys[dy.offset() + i]);
        }
    }

    @Override
    public void add(Tensor a, Tensor b, Tensor c) {
        float[] as = floats(a), bs = floats(b), cs = floats(c);
        for (int i = 0; i < c.size(); i++) {
            cs[c.offset() + i] = as[a.offset() + i] + bs[b.offset() + i];
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor c) {
        float[] as = floats(a), bs = floats(b), cs = floats(c);
        for (int i = 0; i < c.size(); i++) {
            cs[c.offset() + i] = as[a.offset() + i] * bs[b.offset() + i];
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        float[] xs = floats(x), ys = floats(y);
        for (int i = 0; i < x.size(); i++) {
            ys[y.offset() + i] = (float) s * xs[x.offset() + i];
        }
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        addScaledRow((float) s, floats(x), x.offset(), floats(y), y.offset(), x.size());
    }

    @Override
    public void copy(Tensor x, Tensor y) {
        System.arraycopy(floats(x), x.offset(), floats(y), y.offset(), x.size());
    }

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        float kept = (float) (1 / (1 - rate));
        float[] masks = floats(mask);
        for (int i = 0; i < x.size(); i++) {
            masks[mask.offset() + i] = Rng.uniform(key, i) < rate ? 0 : kept;
        }
        multiply(mask, x, y);
    }

    /** {@code c = c + s b} for n elements from given positions. */
    static void addScaledRow(float s, float[] b, int bi, float[] c, int ci, int n) {
        for (int j = 0; j < n; j++) {
            c[ci + j] = Math.fma(s, b[bi + j], c[ci + j]);
        }
    }

    static float[] floats(Tensor t) {
        return t.arena().floats();
    }
}
