package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.AND_NOT;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The loops of {@link VectorUpdates}, in whole vectors: n is a multiple of the lanes.
 *
 * <p>Running means that are no normal floats become 0, as {@code PlainUpdates} says: an exponent of no bits, less 1, is
 * negative, and its sign clears the number. Comparisons would cost JDK 17 half as much again as the whole update.
 */
final class UpdateSweeps extends Alone {

    private static final int EXPONENT = 0x7f800000;
    private static final int SIGN = 31;

    private UpdateSweeps() {}

    static void momentum(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector velocity = broadcast(FLOATS, mu)
                    .fma(fromArray(FLOATS, v, vi + i), fromArray(FLOATS, g, gi + i));
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(velocity, fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void nesterov(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector velocity = broadcast(FLOATS, mu).fma(fromArray(FLOATS, v, vi + i), gradient);
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(broadcast(FLOATS, mu).fma(velocity, gradient), fromArray(FLOATS, w, wi + i))
                    .intoArray(w, wi + i);
        }
    }

    static void adagrad(float[] w, int wi, float[] g, int gi, float[] s, int si, int n, float rate,
            float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector square = gradient.fma(gradient, fromArray(FLOATS, s, si + i));
            square.intoArray(s, si + i);
            fromArray(FLOATS, w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }

    static void rmsprop(float[] w, int wi, float[] g, int gi, float[] s, int si, int n,
            float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector square = broadcast(FLOATS, rho)
                    .fma(fromArray(FLOATS, s, si + i), gradient.mul(other).mul(gradient));
            IntVector bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            square.intoArray(s, si + i);
            fromArray(FLOATS, w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }

    static void adadelta(float[] w, int wi, float[] g, int gi, float[] s, int si, float[] u, int ui, int n,
            float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector changes = fromArray(FLOATS, u, ui + i);
            FloatVector square = broadcast(FLOATS, rho)
                    .fma(fromArray(FLOATS, s, si + i), gradient.mul(other).mul(gradient));
            IntVector bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            FloatVector change = changes.add(epsilon).sqrt().div(square.add(epsilon).sqrt()).mul(gradient);
            square.intoArray(s, si + i);
            changes = broadcast(FLOATS, rho).fma(changes, change.mul(other).mul(change));
            bits = changes.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(u, ui + i);
            broadcast(FLOATS, -rate).fma(change, fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void adam(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float step, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector mean = broadcast(FLOATS, beta1).fma(fromArray(FLOATS, m, mi + i), gradient.mul(other1));
            FloatVector square = broadcast(FLOATS, beta2)
                    .fma(fromArray(FLOATS, v, vi + i), gradient.mul(other2).mul(gradient));
            IntVector bits = mean.reinterpretAsInts();
            mean = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            bits = square.reinterpretAsInts();
            square = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN)).reinterpretAsFloats();
            mean.intoArray(m, mi + i);
            square.intoArray(v, vi + i);
            fromArray(FLOATS, w, wi + i).sub(mean.mul(step).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }

    static void descendByLargest(float[] w, int wi, float[] m, int mi, float[] v, int vi, float[] x, int xi,
            int n,
            float step, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector square = fromArray(FLOATS, v, vi + i);
            FloatVector before = fromArray(FLOATS, x, xi + i);
            FloatVector largest = before.blend(square, square.compare(GT, before));
            largest.intoArray(x, xi + i);
            FloatVector change = fromArray(FLOATS, m, mi + i).mul(step).div(largest.sqrt().add(epsilon));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
        }
    }

    static void descendAhead(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float meanStep, float gradientStep, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector direction = broadcast(FLOATS, meanStep)
                    .fma(fromArray(FLOATS, m, mi + i), fromArray(FLOATS, g, gi + i).mul(gradientStep));
            FloatVector change = direction.div(fromArray(FLOATS, v, vi + i).sqrt().add(epsilon));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
        }
    }

    static void lion(float[] w, int wi, float[] g, int gi, float[] m, int mi, int n,
            float rate, float beta1, float other1, float beta2, float other2) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector before = fromArray(FLOATS, m, mi + i);
            IntVector bits = broadcast(FLOATS, beta1).fma(before, gradient.mul(other1)).reinterpretAsInts();
            FloatVector direction = bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats();
            bits = broadcast(FLOATS, beta2).fma(before, gradient.mul(other2)).reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(m, mi + i);
            FloatVector change = direction.blend(rate, direction.compare(GT, 0)).blend(-rate, direction.compare(LT, 0));
            fromArray(FLOATS, w, wi + i).sub(change).intoArray(w, wi + i);
        }
    }

    /** The running means of the gradient and of its square. */
    static void moments(float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
            float beta1, float other1, float beta2, float other2) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector mean = broadcast(FLOATS, beta1).fma(fromArray(FLOATS, m, mi + i), gradient.mul(other1));
            FloatVector square = broadcast(FLOATS, beta2)
                    .fma(fromArray(FLOATS, v, vi + i), gradient.mul(other2).mul(gradient));
            IntVector bits = mean.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(m, mi + i);
            bits = square.reinterpretAsInts();
            bits.lanewise(AND_NOT, bits.and(EXPONENT).sub(1).lanewise(ASHR, SIGN))
                    .reinterpretAsFloats().intoArray(v, vi + i);
        }
    }
}
