package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.ERF_HIGH;
import static gridrun.kernel.FloatMath.EXPM1_LOW;
import static gridrun.kernel.FloatMath.EXP_HIGH;
import static gridrun.kernel.FloatMath.EXP_LOW;
import static gridrun.kernel.FloatMath.LN2_HIGH;
import static gridrun.kernel.FloatMath.LN2_LOW;
import static gridrun.kernel.FloatMath.LOG2_E;
import static gridrun.kernel.FloatMath.MANTISSA;
import static gridrun.kernel.FloatMath.ROUNDER;
import static gridrun.kernel.FloatMath.ROUNDER_BITS;
import static gridrun.kernel.FloatMath.SQRT_HALF;
import static gridrun.kernel.FloatMath.SQRT_HALF_BITS;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** The loops of {@link VectorMath}, each with its results to position 0 of ys; n is a multiple of the lanes. */
final class MathSweeps extends Alone {

    private MathSweeps() {}

    /** {@code y = exp(x)}; y may be x. 0 and infinity are put in last, where no other operation waits for it. */
    static void exp(float[] xs, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, i);
            FloatVector rounded = x.fma(broadcast(FLOATS, LOG2_E), broadcast(FLOATS, ROUNDER));
            FloatVector e = rounded.sub(ROUNDER);
            FloatVector r = e.fma(broadcast(FLOATS, -LN2_LOW), e.fma(broadcast(FLOATS, -LN2_HIGH), x));
            FloatVector p = broadcast(FLOATS, 1.9875691500e-4f);
            p = p.fma(r, broadcast(FLOATS, 1.3981999507e-3f));
            p = p.fma(r, broadcast(FLOATS, 8.3334519073e-3f));
            p = p.fma(r, broadcast(FLOATS, 4.1665795894e-2f));
            p = p.fma(r, broadcast(FLOATS, 1.6666665459e-1f));
            p = p.fma(r, broadcast(FLOATS, 5.0000001201e-1f));
            p = p.fma(r.mul(r), r).add(1);
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS - 2 * 127); // 127 for each half's power
            IntVector half = exponent.lanewise(LSHR, 1);
            FloatVector scale = half.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector rest = exponent.sub(half).lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector y = p.mul(scale).mul(rest);
            y = y.blend(0, x.compare(LT, EXP_LOW));
            y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH)).intoArray(ys, i);
        }
    }

    /** {@code y = exp(x) - 1}, its limits put in last, too. */
    static void expm1(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector rounded = x.fma(broadcast(FLOATS, LOG2_E), broadcast(FLOATS, ROUNDER));
            FloatVector e = rounded.sub(ROUNDER);
            FloatVector r = e.fma(broadcast(FLOATS, -LN2_LOW), e.fma(broadcast(FLOATS, -LN2_HIGH), x));
            FloatVector p = broadcast(FLOATS, 1.9875691500e-4f);
            p = p.fma(r, broadcast(FLOATS, 1.3981999507e-3f));
            p = p.fma(r, broadcast(FLOATS, 8.3334519073e-3f));
            p = p.fma(r, broadcast(FLOATS, 4.1665795894e-2f));
            p = p.fma(r, broadcast(FLOATS, 1.6666665459e-1f));
            p = p.fma(r, broadcast(FLOATS, 5.0000001201e-1f));
            p = p.fma(r.mul(r), r);
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS + 1 - 127);
            FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector half = p.fma(scale, scale.sub(0.5f));
            FloatVector y = half.add(half);
            y = y.blend(-1, x.compare(LT, EXPM1_LOW));
            y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH)).intoArray(ys, i);
        }
    }

    /** {@code y = log(1 + x)} where 1 + x, rounded, is positive and finite; it is never below the normal floats. */
    static void logOfOnePlus(float[] xs, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            IntVector bits = fromArray(FLOATS, xs, i).add(1).reinterpretAsInts().sub(SQRT_HALF_BITS);
            FloatVector e = bits.lanewise(ASHR, 23).add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            FloatVector f = bits.and(MANTISSA).add(SQRT_HALF_BITS).reinterpretAsFloats().sub(1);
            FloatVector square = f.mul(f);
            FloatVector p = broadcast(FLOATS, 7.0376836292e-2f);
            p = p.fma(f, broadcast(FLOATS, -1.1514610310e-1f));
            p = p.fma(f, broadcast(FLOATS, 1.1676998740e-1f));
            p = p.fma(f, broadcast(FLOATS, -1.2420140846e-1f));
            p = p.fma(f, broadcast(FLOATS, 1.4249322787e-1f));
            p = p.fma(f, broadcast(FLOATS, -1.6668057665e-1f));
            p = p.fma(f, broadcast(FLOATS, 2.0000714765e-1f));
            p = p.fma(f, broadcast(FLOATS, -2.4999993993e-1f));
            p = p.fma(f, broadcast(FLOATS, 3.3333331174e-1f));
            p = e.fma(broadcast(FLOATS, LN2_LOW), p.mul(f).mul(square));
            p = square.fma(broadcast(FLOATS, -0.5f), p);
            e.fma(broadcast(FLOATS, LN2_HIGH), f.add(p)).intoArray(ys, i);
        }
    }

    /** {@code log(1 + x)} where y has it for ordinary x already. */
    static void endsOfLog1p(float[] xs, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, i);
            FloatVector u = x.add(1);
            FloatVector lost = x.sub(u.sub(1)).div(u);
            lost = broadcast(FLOATS, 0f).blend(lost, u.compare(GT, 0));
            lost = lost.blend(0, u.compare(EQ, Float.POSITIVE_INFINITY));
            FloatVector special = u.blend(Float.NEGATIVE_INFINITY, u.compare(EQ, 0)).blend(Float.NaN, u.compare(LT, 0));
            FloatVector y = special.blend(fromArray(FLOATS, ys, i), u.compare(GT, 0));
            y.blend(u, u.compare(EQ, Float.POSITIVE_INFINITY)).add(lost).intoArray(ys, i);
        }
    }

    /** {@code y = -|x|}. */
    static void minusAbs(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, xs, xi + i).abs().neg().intoArray(ys, i);
        }
    }

    /** {@code 1 / (1 + exp(-x))} where y has exp(-|x|). */
    static void sigmoidOfExp(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector e = fromArray(FLOATS, ys, i);
            broadcast(FLOATS, 1f).blend(e, x.compare(LT, 0)).div(e.add(1)).intoArray(ys, i);
        }
    }

    /** {@code y = 2 |x|}. */
    static void twiceAbs(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector t = fromArray(FLOATS, xs, xi + i).abs();
            t.add(t).intoArray(ys, i);
        }
    }

    /** {@code tanh(x)} where y has exp(2 |x|). */
    static void tanhOfExp(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector s = x.mul(x);
            FloatVector p = broadcast(FLOATS, -5.70498872745e-3f);
            p = p.fma(s, broadcast(FLOATS, 2.06390887954e-2f));
            p = p.fma(s, broadcast(FLOATS, -5.37397155531e-2f));
            p = p.fma(s, broadcast(FLOATS, 1.33314422036e-1f));
            p = p.fma(s, broadcast(FLOATS, -3.33332819422e-1f));
            FloatVector near = p.mul(s).fma(x, x);
            FloatVector far = broadcast(FLOATS, 1f).sub(broadcast(FLOATS, 2f).div(fromArray(FLOATS, ys, i).add(1)));
            far = far.blend(far.neg(), x.compare(LT, 0));
            far.blend(near, x.abs().compare(LT, 0.625f)).intoArray(ys, i);
        }
    }

    /** What {@link #normalOfExp} needs the exponential function of. */
    static void erfExponent(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector t = fromArray(FLOATS, xs, xi + i).mul(SQRT_HALF).abs();
            FloatVector c = t.blend(ERF_HIGH, t.compare(GT, ERF_HIGH));
            FloatVector s = c.mul(c);
            FloatVector u = broadcast(FLOATS, -3.88396438e-3f).fma(c, broadcast(FLOATS, 2.42546219e-2f));
            FloatVector q = broadcast(FLOATS, -1.72853470e-5f).fma(c, broadcast(FLOATS, 3.83197126e-4f));
            q = q.fma(s, u);
            q = q.fma(c, broadcast(FLOATS, -1.06777877e-1f));
            q = q.fma(c, broadcast(FLOATS, -6.34846687e-1f));
            q = q.fma(c, broadcast(FLOATS, -1.28717512e-1f));
            q.fma(c, c.neg()).intoArray(ys, i);
        }
    }

    /** {@code (1 + erf(x / √2)) / 2} where y has its exponential. */
    static void normalOfExp(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i).mul(SQRT_HALF);
            FloatVector t = x.abs();
            FloatVector far = broadcast(FLOATS, 1f).sub(fromArray(FLOATS, ys, i));
            far = far.blend(far.neg(), x.compare(LT, 0));
            FloatVector c = t.blend(ERF_HIGH, t.compare(GT, ERF_HIGH));
            FloatVector s = c.mul(c);
            FloatVector p = broadcast(FLOATS, -5.96761703e-4f);
            p = p.fma(s, broadcast(FLOATS, 4.99119423e-3f));
            p = p.fma(s, broadcast(FLOATS, -2.67681349e-2f));
            p = p.fma(s, broadcast(FLOATS, 1.12819925e-1f));
            p = p.fma(s, broadcast(FLOATS, -3.76125336e-1f));
            p = p.fma(s, broadcast(FLOATS, 1.28379166e-1f));
            FloatVector erf = p.fma(x, x).blend(far, t.compare(GT, 0.927734375f));
            FloatVector half = broadcast(FLOATS, 0.5f);
            half.fma(erf, half).intoArray(ys, i);
        }
    }

    /** {@code y = -x² / 2}. */
    static void minusHalfSquare(float[] xs, int xi, float[] ys, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(-0.5f).mul(x).intoArray(ys, i);
        }
    }
}
