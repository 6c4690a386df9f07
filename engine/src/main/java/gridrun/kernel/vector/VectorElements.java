package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.whole;

import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.Unary;
import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * The part of {@link VectorKernels} that goes element by element.
 *
 * <p>What is left behind the last whole vector is computed as one more vector, into scratch memory. The forms with {@code from} and
 * {@code to} do a part of the elements: it begins at a multiple of the lanes, and ends at one or with the tensors.
 */
abstract class VectorElements implements Kernels {

    final ScalarKernels scalar = new ScalarKernels();
    private final UnaryValues values = new UnaryValues();
    private final UnaryGradients gradients = new UnaryGradients();
    private final float[] last = new float[WIDEST];

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

    private static void put(float[] from, Tensor into, int at) {
        System.arraycopy(from, 0, floats(into), into.offset() + at, into.size() - at);
    }

    static float[] floats(Tensor t) {
        return t.arena().floats();
    }
}
