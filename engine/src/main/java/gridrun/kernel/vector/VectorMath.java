package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.ERF_HIGH;
import static gridrun.kernel.FloatMath.EXPM1_LOW;
import static gridrun.kernel.FloatMath.EXP_HIGH;
import static gridrun.kernel.FloatMath.EXP_LOW;
import static gridrun.kernel.FloatMath.INV_SQRT_2PI;
import static gridrun.kernel.FloatMath.LN2_HIGH;
import static gridrun.kernel.FloatMath.LN2_LOW;
import static gridrun.kernel.FloatMath.LOG2_E;
import static gridrun.kernel.FloatMath.MANTISSA;
import static gridrun.kernel.FloatMath.ROUNDER;
import static gridrun.kernel.FloatMath.ROUNDER_BITS;
import static gridrun.kernel.FloatMath.SQRT_HALF;
import static gridrun.kernel.FloatMath.SQRT_HALF_BITS;
import static gridrun.kernel.vector.Lanes.all;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import gridrun.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@link FloatMath}, line by line on vectors: the same operations in the same order, so the same bits. */
final class VectorMath {

    private VectorMath() { }

    static FloatVector exp(FloatVector x) {
        FloatVector c = clamp(x, EXP_LOW, EXP_HIGH);
        FloatVector rounded = c.fma(all(LOG2_E), all(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), c));
        FloatVector p = expm1OfReduced(r).add(1);
        IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = exponent.lanewise(ASHR, 1);
        return p.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector c = clamp(x, EXPM1_LOW, EXP_HIGH);
        FloatVector rounded = c.fma(all(LOG2_E), all(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), c));
        FloatVector scale = powerOfTwo(rounded.reinterpretAsInts().sub(ROUNDER_BITS + 1));
        FloatVector half = expm1OfReduced(r).fma(scale, scale.sub(0.5f));
        return half.add(half);
    }

    private static FloatVector clamp(FloatVector x, float low, float high) {
        FloatVector c = x.blend(all(low), x.compare(LT, low));
        return c.blend(all(high), c.compare(GT, high));
    }

    private static FloatVector expm1OfReduced(FloatVector r) {
        FloatVector p = all(1.9875691500e-4f);
        p = p.fma(r, all(1.3981999507e-3f));
        p = p.fma(r, all(8.3334519073e-3f));
        p = p.fma(r, all(4.1665795894e-2f));
        p = p.fma(r, all(1.6666665459e-1f));
        p = p.fma(r, all(5.0000001201e-1f));
        return p.fma(r.mul(r), r);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        var tiny = x.compare(LT, Float.MIN_NORMAL);
        FloatVector scaled = x.blend(x.mul(0x1p23f), tiny);
        IntVector bits = scaled.reinterpretAsInts().sub(SQRT_HALF_BITS);
        FloatVector e = bits.lanewise(ASHR, 23).add(ROUNDER_BITS).reinterpretAsFloats()
                .sub(all(ROUNDER).blend(all(ROUNDER + 23), tiny));
        FloatVector f = bits.and(MANTISSA).add(SQRT_HALF_BITS).reinterpretAsFloats().sub(1);
        FloatVector square = f.mul(f);
        FloatVector p = all(7.0376836292e-2f);
        p = p.fma(f, all(-1.1514610310e-1f));
        p = p.fma(f, all(1.1676998740e-1f));
        p = p.fma(f, all(-1.2420140846e-1f));
        p = p.fma(f, all(1.4249322787e-1f));
        p = p.fma(f, all(-1.6668057665e-1f));
        p = p.fma(f, all(2.0000714765e-1f));
        p = p.fma(f, all(-2.4999993993e-1f));
        p = p.fma(f, all(3.3333331174e-1f));
        p = e.fma(all(LN2_LOW), p.mul(f).mul(square));
        p = square.fma(all(-0.5f), p);
        FloatVector y = e.fma(all(LN2_HIGH), f.add(p));
        FloatVector special = x.blend(all(Float.NEGATIVE_INFINITY), x.compare(EQ, 0))
                .blend(all(Float.NaN), x.compare(LT, 0));
        y = special.blend(y, x.compare(GT, 0));
        return y.blend(x, x.compare(EQ, Float.POSITIVE_INFINITY));
    }

    static FloatVector log1p(FloatVector x) {
        FloatVector u = x.add(1);
        FloatVector lost = x.sub(u.sub(1)).div(u);
        lost = all(0f).blend(lost, u.compare(GT, 0));
        lost = lost.blend(all(0f), u.compare(EQ, Float.POSITIVE_INFINITY));
        return log(u).add(lost);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector s = x.mul(x);
        FloatVector p = all(-5.70498872745e-3f);
        p = p.fma(s, all(2.06390887954e-2f));
        p = p.fma(s, all(-5.37397155531e-2f));
        p = p.fma(s, all(1.33314422036e-1f));
        p = p.fma(s, all(-3.33332819422e-1f));
        FloatVector near = p.mul(s).fma(x, x);
        FloatVector far = all(1f).sub(all(2f).div(exp(t.add(t)).add(1)));
        far = far.blend(far.neg(), x.compare(LT, 0));
        return far.blend(near, t.compare(LT, 0.625f));
    }

    static FloatVector erf(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector c = t.blend(all(ERF_HIGH), t.compare(GT, ERF_HIGH));
        FloatVector s = c.mul(c);
        FloatVector q = all(-1.72853470e-5f).fma(c, all(3.83197126e-4f));
        q = q.fma(s, all(-3.88396438e-3f).fma(c, all(2.42546219e-2f)));
        q = q.fma(c, all(-1.06777877e-1f));
        q = q.fma(c, all(-6.34846687e-1f));
        q = q.fma(c, all(-1.28717512e-1f));
        FloatVector far = all(1f).sub(exp(q.fma(c, c.neg())));
        far = far.blend(far.neg(), x.compare(LT, 0));
        FloatVector p = all(-5.96761703e-4f);
        p = p.fma(s, all(4.99119423e-3f));
        p = p.fma(s, all(-2.67681349e-2f));
        p = p.fma(s, all(1.12819925e-1f));
        p = p.fma(s, all(-3.76125336e-1f));
        p = p.fma(s, all(1.28379166e-1f));
        FloatVector near = p.fma(x, x);
        return near.blend(far, t.compare(GT, 0.927734375f));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return all(1f).blend(e, x.compare(LT, 0)).div(e.add(1));
    }

    static FloatVector softplus(FloatVector x) {
        return relu(x).add(log1p(exp(x.abs().neg())));
    }

    static FloatVector relu(FloatVector x) {
        return x.blend(all(0f), x.compare(LE, 0));
    }

    static FloatVector normal(FloatVector x) {
        return all(0.5f).fma(erf(x.mul(SQRT_HALF)), all(0.5f));
    }

    static FloatVector normalDensity(FloatVector x) {
        return exp(x.mul(-0.5f).mul(x)).mul(INV_SQRT_2PI);
    }
}
