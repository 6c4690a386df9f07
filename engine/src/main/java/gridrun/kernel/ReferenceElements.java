package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/** The part of {@link ReferenceKernels} that goes element by element, the optimizers included. */
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

    @Override
    public void sgd(Tensor w, Tensor g, double rate) {
        addScaled(-rate, g, w);
    }

    @Override
    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov) {
        double[] ws = doubles(w), gs = doubles(g), vs = doubles(v);
        for (int i = 0; i < w.size(); i++) {
            double gradient = gs[g.offset() + i];
            double velocity = Math.fma(mu, vs[v.offset() + i], gradient);
            double direction = nesterov ? Math.fma(mu, velocity, gradient) : velocity;
            vs[v.offset() + i] = velocity;
            ws[w.offset() + i] = Math.fma(-rate, direction, ws[w.offset() + i]);
        }
    }

    @Override
    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon) {
        double[] ws = doubles(w), gs = doubles(g), ss = doubles(s);
        for (int i = 0; i < w.size(); i++) {
            double gradient = gs[g.offset() + i];
            double square = Math.fma(rho, ss[s.offset() + i], (1 - rho) * gradient * gradient);
            ss[s.offset() + i] = square;
            ws[w.offset() + i] -= rate * gradient / (Math.sqrt(square) + epsilon);
        }
    }

    @Override
    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
                     double correction1, double correction2) {
        double step = AdamStep.rate(rate, correction1, correction2);
        double floor = AdamStep.epsilon(epsilon, correction2);
        double[] ws = doubles(w), gs = doubles(g), ms = doubles(m), vs = doubles(v);
        for (int i = 0; i < w.size(); i++) {
            double gradient = gs[g.offset() + i];
            double mean = Math.fma(beta1, ms[m.offset() + i], (1 - beta1) * gradient);
            double square = Math.fma(beta2, vs[v.offset() + i], (1 - beta2) * gradient * gradient);
            ms[m.offset() + i] = mean;
            vs[v.offset() + i] = square;
            ws[w.offset() + i] -= step * mean / (Math.sqrt(square) + floor);
        }
    }

    static double[] doubles(Tensor t) {
        return t.arena().doubles();
    }
}
