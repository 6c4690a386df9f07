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
import static gridrun.kernel.vector.Lanes.FLOATS;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import gridrun.kernel.FloatMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * {@link FloatMath}, line by line on vectors: the same operations in the same order, so the same bits.
 *
 * <p>The compiler inlines a method into a loop, and keeps its vectors in registers, only while the method alone is small;
 * a function that needs an exponential or a logarithm therefore takes it as an argument, and the loops put them together.
 * For the same reason the loops call the Vector API without helpers of our own between.
 */
final class VectorMath {

    private VectorMath() { }

    static FloatVector exp(FloatVector x) {
        FloatVector c = clamp(x, EXP_LOW, EXP_HIGH);
        FloatVector rounded = c.fma(broadcast(FLOATS, LOG2_E), broadcast(FLOATS, ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(broadcast(FLOATS, -LN2_LOW), n.fma(broadcast(FLOATS, -LN2_HIGH), c));
        FloatVector p = expm1OfReduced(r).add(1);
        IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = exponent.lanewise(ASHR, 1);
        return p.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector c = clamp(x, EXPM1_LOW, EXP_HIGH);
        FloatVector rounded = c.fma(broadcast(FLOATS, LOG2_E), broadcast(FLOATS, ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(broadcast(FLOATS, -LN2_LOW), n.fma(broadcast(FLOATS, -LN2_HIGH), c));
        FloatVector scale = powerOfTwo(rounded.reinterpretAsInts().sub(ROUNDER_BITS + 1));
        FloatVector half = expm1OfReduced(r).fma(scale, scale.sub(0.5f));
        return half.add(half);
    }

    private static FloatVector clamp(FloatVector x, float low, float high) {
        FloatVector c = x.blend(broadcast(FLOATS, low), x.compare(LT, low));
        return c.blend(broadcast(FLOATS, high), c.compare(GT, high));
    }

    private static FloatVector expm1OfReduced(FloatVector r) {
        FloatVector p = broadcast(FLOATS, 1.9875691500e-4f);
        p = p.fma(r, broadcast(FLOATS, 1.3981999507e-3f));
        p = p.fma(r, broadcast(FLOATS, 8.3334519073e-3f));
        p = p.fma(r, broadcast(FLOATS, 4.1665795894e-2f));
        p = p.fma(r, broadcast(FLOATS, 1.6666665459e-1f));
        p = p.fma(r, broadcast(FLOATS, 5.0000001201e-1f));
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
                .sub(broadcast(FLOATS, ROUNDER).blend(broadcast(FLOATS, ROUNDER + 23), tiny));
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
        FloatVector y = e.fma(broadcast(FLOATS, LN2_HIGH), f.add(p));
        FloatVector special = x.blend(broadcast(FLOATS, Float.NEGATIVE_INFINITY), x.compare(EQ, 0))
                .blend(broadcast(FLOATS, Float.NaN), x.compare(LT, 0));
        y = special.blend(y, x.compare(GT, 0));
        return y.blend(x, x.compare(EQ, Float.POSITIVE_INFINITY));
    }

    /** {@code log(1 + x)}, given {@code u = 1 + x} rounded and its logarithm. */
    static FloatVector log1p(FloatVector x, FloatVector u, FloatVector logOfU) {
        FloatVector lost = x.sub(u.sub(1)).div(u);
        lost = broadcast(FLOATS, 0f).blend(lost, u.compare(GT, 0));
        lost = lost.blend(broadcast(FLOATS, 0f), u.compare(EQ, Float.POSITIVE_INFINITY));
        return logOfU.add(lost);
    }

    /** tanh(x), given {@code e = exp(2 |x|)}. */
    static FloatVector tanh(FloatVector x, FloatVector e) {
        FloatVector s = x.mul(x);
        FloatVector p = broadcast(FLOATS, -5.70498872745e-3f);
        p = p.fma(s, broadcast(FLOATS, 2.06390887954e-2f));
        p = p.fma(s, broadcast(FLOATS, -5.37397155531e-2f));
        p = p.fma(s, broadcast(FLOATS, 1.33314422036e-1f));
        p = p.fma(s, broadcast(FLOATS, -3.33332819422e-1f));
        FloatVector near = p.mul(s).fma(x, x);
        FloatVector far = broadcast(FLOATS, 1f).sub(broadcast(FLOATS, 2f).div(e.add(1)));
        far = far.blend(far.neg(), x.compare(LT, 0));
        return far.blend(near, x.abs().compare(LT, 0.625f));
    }

    /** What erf far from 0 takes the exponential of. */
    static FloatVector erfExponent(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector c = t.blend(broadcast(FLOATS, ERF_HIGH), t.compare(GT, ERF_HIGH));
        FloatVector s = c.mul(c);
        FloatVector q = broadcast(FLOATS, -1.72853470e-5f).fma(c, broadcast(FLOATS, 3.83197126e-4f));
        q = q.fma(s, broadcast(FLOATS, -3.88396438e-3f).fma(c, broadcast(FLOATS, 2.42546219e-2f)));
        q = q.fma(c, broadcast(FLOATS, -1.06777877e-1f));
        q = q.fma(c, broadcast(FLOATS, -6.34846687e-1f));
        q = q.fma(c, broadcast(FLOATS, -1.28717512e-1f));
        return q.fma(c, c.neg());
    }

    /** erf(x), given {@code e = exp(erfExponent(x))}. */
    static FloatVector erf(FloatVector x, FloatVector e) {
        FloatVector far = broadcast(FLOATS, 1f).sub(e);
        far = far.blend(far.neg(), x.compare(LT, 0));
        FloatVector t = x.abs();
        FloatVector c = t.blend(broadcast(FLOATS, ERF_HIGH), t.compare(GT, ERF_HIGH));
        FloatVector s = c.mul(c);
        FloatVector p = broadcast(FLOATS, -5.96761703e-4f);
        p = p.fma(s, broadcast(FLOATS, 4.99119423e-3f));
        p = p.fma(s, broadcast(FLOATS, -2.67681349e-2f));
        p = p.fma(s, broadcast(FLOATS, 1.12819925e-1f));
        p = p.fma(s, broadcast(FLOATS, -3.76125336e-1f));
        p = p.fma(s, broadcast(FLOATS, 1.28379166e-1f));
        FloatVector near = p.fma(x, x);
        return near.blend(far, t.compare(GT, 0.927734375f));
    }

    /** sigmoid(x), given {@code e = exp(-|x|)}. */
    static FloatVector sigmoid(FloatVector x, FloatVector e) {
        return broadcast(FLOATS, 1f).blend(e, x.compare(LT, 0)).div(e.add(1));
    }

    static FloatVector relu(FloatVector x) {
        return x.blend(broadcast(FLOATS, 0f), x.compare(LE, 0));
    }
}
