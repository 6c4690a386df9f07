package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * Passes over units of one row of a gated recurrent unit, n a multiple of the lanes; gate q begins at {@code q * step}
 * behind the first. What the exponential function is taken of, and what comes out, lies in {@code e}, the gates n
 * apart.
 */
final class GruCells extends Alone {

    private GruCells() {}

    /** What the exponential function is taken of for r and z. */
    static void arguments(float[] xs, int xi, float[] ss, int si, int step, float[] e, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector r = fromArray(FLOATS, xs, xi + j).add(fromArray(FLOATS, ss, si + j));
            FloatVector z = fromArray(FLOATS, xs, xi + step + j).add(fromArray(FLOATS, ss, si + step + j));
            r.abs().neg().intoArray(e, j);
            z.abs().neg().intoArray(e, n + j);
        }
    }

    /**
     * r, z and s_n, and the candidate's sum; then {@code e} has what the exponential function is taken of for its tanh.
     */
    static void gates(float[] xs, int xi, float[] ss, int si, int step, float[] e,
            float[] gates, int gi, int gateStep, float[] sum, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + j).add(fromArray(FLOATS, ss, si + j));
            FloatVector ex = fromArray(FLOATS, e, j);
            FloatVector r = broadcast(FLOATS, 1f).blend(ex, x.compare(LT, 0)).div(ex.add(1));
            x = fromArray(FLOATS, xs, xi + step + j).add(fromArray(FLOATS, ss, si + step + j));
            ex = fromArray(FLOATS, e, n + j);
            FloatVector z = broadcast(FLOATS, 1f).blend(ex, x.compare(LT, 0)).div(ex.add(1));
            FloatVector s = fromArray(FLOATS, ss, si + 2 * step + j);
            FloatVector a = r.fma(s, fromArray(FLOATS, xs, xi + 2 * step + j));
            r.intoArray(gates, gi + j);
            z.intoArray(gates, gi + gateStep + j);
            s.intoArray(gates, gi + 2 * gateStep + j);
            a.intoArray(sum, j);
            a = a.abs();
            a.add(a).intoArray(e, j);
        }
    }

    /** {@code n = tanh(sum); h = z (before - n) + n}, with the exponentials in e. */
    static void hidden(float[] sum, float[] e, float[] zs, int zi, float[] before, int bi,
            float[] candidate, int ni, float[] hidden, int hi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector x = fromArray(FLOATS, sum, j);
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
            FloatVector z = fromArray(FLOATS, zs, zi + j);
            FloatVector old = fromArray(FLOATS, before, bi + j);
            t.intoArray(candidate, ni + j);
            z.fma(old.sub(t), t).intoArray(hidden, hi + j);
        }
    }

    /** The gradients of a step's sums and of the state before it. */
    static void gradient(float[] gates, int gi, int step, float[] before, int bi, float[] candidate, int ni,
            float[] dhidden, int dhi, float[] incoming, int ii,
            float[] dprojection, int dpi, float[] dgates, int dgi, int gradientStep,
            float[] dbefore, int dbi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector r = fromArray(FLOATS, gates, gi + j);
            FloatVector z = fromArray(FLOATS, gates, gi + step + j);
            FloatVector s = fromArray(FLOATS, gates, gi + 2 * step + j);
            FloatVector t = fromArray(FLOATS, candidate, ni + j);
            FloatVector dh = fromArray(FLOATS, dhidden, dhi + j);
            FloatVector one = broadcast(FLOATS, 1f);
            FloatVector dn = t.neg().fma(t, one).mul(dh.mul(one.sub(z)));
            FloatVector dz = z.mul(one.sub(z)).mul(dh.mul(fromArray(FLOATS, before, bi + j).sub(t)));
            FloatVector dr = r.mul(one.sub(r)).mul(dn.mul(s));
            FloatVector state = dh.fma(z, fromArray(FLOATS, incoming, ii + j));
            dr.intoArray(dprojection, dpi + j);
            dz.intoArray(dprojection, dpi + gradientStep + j);
            dn.intoArray(dprojection, dpi + 2 * gradientStep + j);
            dr.intoArray(dgates, dgi + j);
            dz.intoArray(dgates, dgi + gradientStep + j);
            dn.mul(r).intoArray(dgates, dgi + 2 * gradientStep + j);
            state.intoArray(dbefore, dbi + j);
        }
    }
}
