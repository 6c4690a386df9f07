package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * What is computed element by element, as plain loops in either precision. The forms with a first and a last element
 * (exclusive) do a part.
 */
public final class PlainElements implements Elements {

    /** In float32, to the bit what vectors compute. */
    public static final PlainElements FLOAT32 = new PlainElements(Real.FLOAT32);

    private final Real real;

    PlainElements(Real real) {
        this.real = real;
    }

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        for (int i = 0; i < x.size(); i++) {
            y.set(i, real.value(f, p, x.get(i)));
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        for (int i = 0; i < x.size(); i++) {
            dx.set(i, real.gradient(f, p, x.get(i), y.get(i), dy.get(i)));
        }
    }

    @Override
    public void add(Tensor a, Tensor b, Tensor c) {
        real.add(a, 0, b, 0, c, 0, c.size());
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor c) {
        real.multiply(a, b, c);
    }

    @Override
    public void divide(Tensor a, Tensor b, Tensor c) {
        for (int i = 0; i < c.size(); i++) {
            c.set(i, real.divide(a.get(i), b.get(i)));
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        real.scale(s, x, y);
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        real.addScaled(s, x, y);
    }

    @Override
    public void copy(Tensor x, Tensor y) {
        real.copy(x, 0, y, 0, x.size());
    }

    @Override
    public void addSigns(double s, Tensor w, Tensor x) {
        addSigns(s, w, x, 0, w.size());
    }

    public void addSigns(double s, Tensor w, Tensor x, int from, int to) {
        double step = real.round(s);
        for (int i = from; i < to; i++) {
            double at = w.get(i);
            x.set(i, real.add(x.get(i), at > 0 ? step : at < 0 ? -step : at));
        }
    }

    @Override
    public void clip(Tensor x, double bound) {
        clip(x, bound, 0, x.size());
    }

    public void clip(Tensor x, double bound, int from, int to) {
        double high = real.round(bound);
        for (int i = from; i < to; i++) {
            double at = x.get(i);
            x.set(i, at > high ? high : at < -high ? -high : at);
        }
    }
}
