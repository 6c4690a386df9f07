package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.whole;
import static gridrun.kernel.vector.Team.COMPUTED;
import static gridrun.kernel.vector.Team.LINE;
import static gridrun.kernel.vector.Team.MOVED;
import static gridrun.kernel.vector.VectorKernels.floats;

import gridrun.kernel.Elements;
import gridrun.kernel.PlainElements;
import gridrun.kernel.Unary;
import gridrun.tensor.Tensor;

/**
 * What is computed element by element, in vectors and divided by elements.
 *
 * <p>What is left behind the last whole vector is computed as one more vector, into scratch memory. The forms with
 * {@code from} and {@code to} do a part of the elements: it begins at a multiple of the lanes, and ends at one or with
 * the tensors.
 */
final class VectorElements implements Elements {

    private final Team team;
    private final PlainElements plain = PlainElements.FLOAT32;
    private final UnaryValues values = new UnaryValues();
    private final UnaryGradients gradients = new UnaryGradients();
    private final float[] last = new float[WIDEST];

    VectorElements(Team team) {
        this.team = team;
    }

    @Override
    public void unary(Unary f, double p, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), f == Unary.RELU || f == Unary.LEAKY_RELU ? MOVED : COMPUTED)) {
            unary(f, p, x, y, 0, x.size());
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.elements.unary(f, p, x, y, from, to));
        }
    }

    void unary(Unary f, double p, Tensor x, Tensor y, int from, int to) {
        int end = from + whole(to - from);
        values.sweep(f, (float) p, floats(x), x.offset() + from, floats(y), y.offset() + from, end - from);
        if (end < to) {
            values.sweep(f, (float) p, floats(x), x.offset() + end, last, 0, LANES);
            put(last, y, end);
        }
    }

    @Override
    public void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        if (team.isSmall(x.size(), f == Unary.GELU || f == Unary.SILU || f == Unary.SOFTPLUS ? COMPUTED : MOVED)) {
            unaryGradient(f, p, x, y, dy, dx, 0, x.size());
        } else {
            team.share(x.size(), LINE,
                    (member, from, to) -> member.elements.unaryGradient(f, p, x, y, dy, dx, from, to));
        }
    }

    void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx, int from, int to) {
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
        if (team.isSmall(c.size(), MOVED)) {
            add(a, b, c, 0, c.size());
        } else {
            team.share(c.size(), LINE, (member, from, to) -> member.elements.add(a, b, c, from, to));
        }
    }

    void add(Tensor a, Tensor b, Tensor c, int from, int to) {
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
        if (team.isSmall(c.size(), MOVED)) {
            multiply(a, b, c, 0, c.size());
        } else {
            team.share(c.size(), LINE, (member, from, to) -> member.elements.multiply(a, b, c, from, to));
        }
    }

    void multiply(Tensor a, Tensor b, Tensor c, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.multiply(floats(a), a.offset() + from, floats(b), b.offset() + from, floats(c), c.offset() + from,
                end - from);
        if (end < to) {
            Sweeps.multiply(floats(a), a.offset() + end, floats(b), b.offset() + end, last, 0, LANES);
            put(last, c, end);
        }
    }

    @Override
    public void divide(Tensor a, Tensor b, Tensor c) {
        if (team.isSmall(c.size(), MOVED)) {
            divide(a, b, c, 0, c.size());
        } else {
            team.share(c.size(), LINE, (member, from, to) -> member.elements.divide(a, b, c, from, to));
        }
    }

    void divide(Tensor a, Tensor b, Tensor c, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.divide(floats(a), a.offset() + from, floats(b), b.offset() + from, floats(c), c.offset() + from,
                end - from);
        if (end < to) {
            Sweeps.divide(floats(a), a.offset() + end, floats(b), b.offset() + end, last, 0, LANES);
            put(last, c, end);
        }
    }

    @Override
    public void scale(double s, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), MOVED)) {
            scale(s, x, y, 0, x.size());
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.elements.scale(s, x, y, from, to));
        }
    }

    void scale(double s, Tensor x, Tensor y, int from, int to) {
        int end = from + whole(to - from);
        Sweeps.scale((float) s, floats(x), x.offset() + from, floats(y), y.offset() + from, end - from);
        if (end < to) {
            Sweeps.scale((float) s, floats(x), x.offset() + end, last, 0, LANES);
            put(last, y, end);
        }
    }

    @Override
    public void addScaled(double s, Tensor x, Tensor y) {
        if (team.isSmall(x.size(), MOVED)) {
            addScaled(s, x, y, 0, x.size());
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.elements.addScaled(s, x, y, from, to));
        }
    }

    void addScaled(double s, Tensor x, Tensor y, int from, int to) {
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
        if (team.isSmall(x.size(), MOVED)) {
            copy(x, y, 0, x.size());
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.elements.copy(x, y, from, to));
        }
    }

    void copy(Tensor x, Tensor y, int from, int to) {
        System.arraycopy(floats(x), x.offset() + from, floats(y), y.offset() + from, to - from);
    }

    @Override
    public void addSigns(double s, Tensor w, Tensor x) {
        if (team.isSmall(w.size(), MOVED)) {
            addSigns(s, w, x, 0, w.size());
        } else {
            team.share(w.size(), LINE, (member, from, to) -> member.elements.addSigns(s, w, x, from, to));
        }
    }

    void addSigns(double s, Tensor w, Tensor x, int from, int to) {
        int n = whole(to - from);
        Sweeps.addSigns((float) s, floats(w), w.offset() + from, floats(x), x.offset() + from, n);
        plain.addSigns(s, w, x, from + n, to);
    }

    @Override
    public void clip(Tensor x, double bound) {
        if (team.isSmall(x.size(), MOVED)) {
            clip(x, bound, 0, x.size());
        } else {
            team.share(x.size(), LINE, (member, from, to) -> member.elements.clip(x, bound, from, to));
        }
    }

    void clip(Tensor x, double bound, int from, int to) {
        int n = whole(to - from);
        Sweeps.clip(floats(x), x.offset() + from, n, (float) bound);
        plain.clip(x, bound, from + n, to);
    }

    private static void put(float[] from, Tensor into, int at) {
        System.arraycopy(from, 0, floats(into), into.offset() + at, into.size() - at);
    }
}
