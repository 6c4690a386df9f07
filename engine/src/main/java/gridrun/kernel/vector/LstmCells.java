package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * Passes over units of one row of a long short-term memory, n a multiple of the lanes; gate q begins at
 * {@code q * step} behind the first. What the exponential function is taken of, and what comes out, lies in {@code e},
 * the gates n apart.
 */
final class LstmCells extends Alone {

    private LstmCells() {}

    /** What the exponential function is taken of for i, f, g and o. */
    static void arguments(float[] gates, int gi, int step, float[] e, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector g = fromArray(FLOATS, gates, gi + 2 * step + j).abs();
            fromArray(FLOATS, gates, gi + j).abs().neg().intoArray(e, j);
            fromArray(FLOATS, gates, gi + step + j).abs().neg().intoArray(e, n + j);
            g.add(g).intoArray(e, 2 * n + j);
            fromArray(FLOATS, gates, gi + 3 * step + j).abs().neg().intoArray(e, 3 * n + j);
        }
    }

    /** The gates and the new cell; then {@code e} has what the exponential function is taken of for tanh(cell). */
    static void cells(float[] sums, int si, int step, float[] e, float[] before, int bi,
            float[] gates, int gi, int gateStep, float[] cell, int ci, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector one = broadcast(FLOATS, 1f);
            FloatVector x = fromArray(FLOATS, sums, si + j);
            FloatVector ex = fromArray(FLOATS, e, j);
            FloatVector i = one.blend(ex, x.compare(LT, 0)).div(ex.add(one));
            x = fromArray(FLOATS, sums, si + step + j);
            ex = fromArray(FLOATS, e, n + j);
            FloatVector f = one.blend(ex, x.compare(LT, 0)).div(ex.add(one));
            x = fromArray(FLOATS, sums, si + 3 * step + j);
            ex = fromArray(FLOATS, e, 3 * n + j);
            FloatVector o = one.blend(ex, x.compare(LT, 0)).div(ex.add(one));
            x = fromArray(FLOATS, sums, si + 2 * step + j);
            ex = fromArray(FLOATS, e, 2 * n + j);
            FloatVector s = x.mul(x);
            FloatVector p = broadcast(FLOATS, -5.70498872745e-3f);
            p = p.fma(s, broadcast(FLOATS, 2.06390887954e-2f));
            p = p.fma(s, broadcast(FLOATS, -5.37397155531e-2f));
            p = p.fma(s, broadcast(FLOATS, 1.33314422036e-1f));
            p = p.fma(s, broadcast(FLOATS, -3.33332819422e-1f));
            FloatVector near = p.mul(s).fma(x, x);
            FloatVector far = one.sub(broadcast(FLOATS, 2f).div(ex.add(one)));
            far = far.blend(far.neg(), x.compare(LT, 0));
            FloatVector g = far.blend(near, x.abs().compare(LT, 0.625f));
            FloatVector c = f.fma(fromArray(FLOATS, before, bi + j), i.mul(g));
            i.intoArray(gates, gi + j);
            f.intoArray(gates, gi + gateStep + j);
            g.intoArray(gates, gi + 2 * gateStep + j);
            o.intoArray(gates, gi + 3 * gateStep + j);
            c.intoArray(cell, ci + j);
            c = c.abs();
            c.add(c).intoArray(e, j);
        }
    }

    /** {@code t = tanh(c); h = o t}, with the exponentials in e. */
    static void hidden(float[] cell, int ci, float[] e, float[] outputs, int oi,
            float[] squashed, int ti, float[] hidden, int hi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector x = fromArray(FLOATS, cell, ci + j);
            FloatVector s = x.mul(x);
            FloatVector p = broadcast(FLOATS, -5.70498872745e-3f);
            p = p.fma(s, broadcast(FLOATS, 2.06390887954e-2f));
            p = p.fma(s, broadcast(FLOATS, -5.37397155531e-2f));
            p = p.fma(s, broadcast(FLOATS, 1.33314422036e-1f));
            p = p.fma(s, broadcast(FLOATS, -3.33332819422e-1f));
            FloatVector near = p.mul(s).fma(x, x);
            FloatVector far = broadcast(FLOATS, 1f).sub(broadcast(FLOATS, 2f).div(fromArray(FLOATS, e, j).add(1)));
            far = far.blend(far.neg(), x.compare(LT, 0));
            FloatVector t = far.blend(near, x.abs().compare(LT, 0.625f));
            t.intoArray(squashed, ti + j);
            fromArray(FLOATS, outputs, oi + j).mul(t).intoArray(hidden, hi + j);
        }
    }

    /** The gradients of a step's sums and of the cell before it. */
    static void gradient(float[] gates, int gi, int step, float[] before, int bi, float[] squashed, int ti,
            float[] dhidden, int dhi, float[] dcell, int dci,
            float[] dgates, int dgi, int gradientStep, float[] dbefore, int dbi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector i = fromArray(FLOATS, gates, gi + j);
            FloatVector f = fromArray(FLOATS, gates, gi + step + j);
            FloatVector g = fromArray(FLOATS, gates, gi + 2 * step + j);
            FloatVector o = fromArray(FLOATS, gates, gi + 3 * step + j);
            FloatVector t = fromArray(FLOATS, squashed, ti + j);
            FloatVector dh = fromArray(FLOATS, dhidden, dhi + j);
            FloatVector one = broadcast(FLOATS, 1f);
            FloatVector dc = dh.mul(o).fma(t.neg().fma(t, one), fromArray(FLOATS, dcell, dci + j));
            FloatVector df = f.mul(one.sub(f)).mul(dc.mul(fromArray(FLOATS, before, bi + j)));
            i.mul(one.sub(i)).mul(dc.mul(g)).intoArray(dgates, dgi + j);
            df.intoArray(dgates, dgi + gradientStep + j);
            g.neg().fma(g, one).mul(dc.mul(i)).intoArray(dgates, dgi + 2 * gradientStep + j);
            o.mul(one.sub(o)).mul(dh.mul(t)).intoArray(dgates, dgi + 3 * gradientStep + j);
            dc.mul(f).intoArray(dbefore, dbi + j);
        }
    }
}
