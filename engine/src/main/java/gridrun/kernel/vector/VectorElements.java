package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.whole;

import gridrun.kernel.AdamStep;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.Unary;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * The part of {@link VectorKernels} that goes element by element, the optimizers included.
 *
 * <p>What is left behind the last whole vector is computed as one more vector, into scratch memory. The forms with {@code from} and
 * {@code to} do a part of the elements: it begins at a multiple of the lanes, and ends at one or with the tensors.
 */
abstract class VectorElements implements Kernels {

    final ScalarKernels scalar = new ScalarKernels();
    private final UnaryValues values = new UnaryValues();
    private final UnaryGradients gradients = new UnaryGradients();
    private final float[] last = new float[WIDEST];
    private final float[] lastState = new float[WIDEST];
    private final float[] lastSquares = new float[WIDEST];

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        unary(f, p, x, y, 0, x.size());
    }

    final void unary(Unary f, double p, Tensor x, Tensor y, int from, int to) {
        int end = from + whole(to - from);
        values.sweep(f, (float) p, floats(x), x.offset() + from, floats(y), y.offset() + from, end - from);
        if (end < to) {
            values.sweep(f, (float) p, floats(x), x.offset() + end, last, 0, LANES);
            put(last, y, end);
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        unaryGradient(f, p, x, y, dy, dx, 0, x.size());
    }

    final void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx, int from, int to) {
        int end = from + whole(to - from);
        gradients.sweep(f, (float) p, floats(x), x.offset() + from, floats(y), y.offset() + from,
                floats(dy), dy.offset() + from, floats(dx), dx.offset() + from, end - from);
        if (end < to) {
            gradients.sweep(f, (float) p, floats(x), x.offset() + end, floats(y), y.offset() + end,
                    floats(dy), dy.offset() + end, last, 0, LANES);
            put(last, dx, end);
        }
    }

    @Override
    public void add(Tensor a, Tensor b, Tensor c) {
        add(a, b, c, 0, c.size());
    }

    final void add(Tensor a, Tensor b, Tensor c, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.add(floats(a), a.offset() + from, floats(b), b.offset() + from, floats(c), c.offset() + from,
                end - from);
        if (end < to) {
            Sweeps.add(floats(a), a.offset() + end, floats(b), b.offset() + end, last, 0, LANES);
            put(last, c, end);
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor c) {
        multiply(a, b, c, 0, c.size());
    }

    final void multiply(Tensor a, Tensor b, Tensor c, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.multiply(floats(a), a.offset() + from, floats(b), b.offset() + from, floats(c), c.offset() + from,
                end - from);
        if (end < to) {
            Sweeps.multiply(floats(a), a.offset() + end, floats(b), b.offset() + end, last, 0, LANES);
            put(last, c, end);
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        scale(s, x, y, 0, x.size());
    }

    final void scale(double s, Tensor x, Tensor y, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.scale((float) s, floats(x), x.offset() + from, floats(y), y.offset() + from, end - from);
        if (end < to) {
            Sweeps.scale((float) s, floats(x), x.offset() + end, last, 0, LANES);
            put(last, y, end);
        }
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        addScaled(s, x, y, 0, x.size());
    }

    final void addScaled(double s, Tensor x, Tensor y, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.addScaled((float) s, floats(x), x.offset() + from, floats(y), y.offset() + from,
                floats(y), y.offset() + from, end - from);
        if (end < to) {
            Sweeps.addScaled((float) s, floats(x), x.offset() + end, floats(y), y.offset() + end, last, 0, LANES);
            put(last, y, end);
        }
    }

    @Override
    public void copy(Tensor x, Tensor y) {
        copy(x, y, 0, x.size());
    }

    final void copy(Tensor x, Tensor y, int from, int to) {
        System.arraycopy(floats(x), x.offset() + from, floats(y), y.offset() + from, to - from);
    }

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        dropout(x, rate, key, mask, y, 0, x.size());
    }

    final void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y, int from, int to) {
        float kept = (float) (1 / (1 - rate));
        float[] masks = floats(mask);
        for (int i = from; i < to; i++) {
            masks[mask.offset() + i] = Rng.uniform(key, i) < rate ? 0 : kept;
        }
        multiply(mask, x, y, from, to);
    }

    @Override
    public void sgd(Tensor w, Tensor g, double rate) {
        addScaled(-rate, g, w);
    }

    @Override
    public void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov) {
        momentum(w, g, v, rate, mu, nesterov, 0, w.size());
    }

    final void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov, int from, int to) {
        int end = from + whole(to - from);
        momentum(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(v), v.offset() + from,
                end - from, rate, mu, nesterov);
        if (end < to) {
            take(w, end, last);
            take(v, end, lastState);
            momentum(last, 0, floats(g), g.offset() + end, lastState, 0, LANES, rate, mu, nesterov);
            put(last, w, end);
            put(lastState, v, end);
        }
    }

    private static void momentum(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n,
                                 double rate, double mu, boolean nesterov) {
        if (nesterov) {
            Updates.nesterov(w, wi, g, gi, v, vi, n, (float) rate, (float) mu);
        } else {
            Updates.momentum(w, wi, g, gi, v, vi, n, (float) rate, (float) mu);
        }
    }

    @Override
    public void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon) {
        rmsprop(w, g, s, rate, rho, epsilon, 0, w.size());
    }

    final void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon, int from, int to) {
        int end = from + whole(to - from);
        float decay = (float) rho, other = (float) (1 - rho);
        Updates.rmsprop(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(s), s.offset() + from,
                end - from, (float) rate, decay, other, (float) epsilon);
        if (end < to) {
            take(w, end, last);
            take(s, end, lastState);
            Updates.rmsprop(last, 0, floats(g), g.offset() + end, lastState, 0, LANES,
                    (float) rate, decay, other, (float) epsilon);
            put(last, w, end);
            put(lastState, s, end);
        }
    }

    @Override
    public void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
                     double correction1, double correction2) {
        adam(w, g, m, v, rate, beta1, beta2, epsilon, correction1, correction2, 0, w.size());
    }

    final void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
                    double correction1, double correction2, int from, int to) {
        float step = (float) AdamStep.rate(rate, correction1, correction2);
        float floor = (float) AdamStep.epsilon(epsilon, correction2);
        float b1 = (float) beta1, other1 = (float) (1 - beta1), b2 = (float) beta2, other2 = (float) (1 - beta2);
        int end = from + whole(to - from);
        Updates.adam(floats(w), w.offset() + from, floats(g), g.offset() + from, floats(m), m.offset() + from,
                floats(v), v.offset() + from, end - from, step, b1, other1, b2, other2, floor);
        if (end < to) {
            take(w, end, last);
            take(m, end, lastState);
            take(v, end, lastSquares);
            Updates.adam(last, 0, floats(g), g.offset() + end, lastState, 0, lastSquares, 0, LANES,
                    step, b1, other1, b2, other2, floor);
            put(last, w, end);
            put(lastState, m, end);
            put(lastSquares, v, end);
        }
    }

    private static void take(Tensor from, int at, float[] into) {
        System.arraycopy(floats(from), from.offset() + at, into, 0, from.size() - at);
    }

    private static void put(float[] from, Tensor into, int at) {
        System.arraycopy(from, 0, floats(into), into.offset() + at, into.size() - at);
    }

    static float[] floats(Tensor t) {
        return t.arena().floats();
    }
}
