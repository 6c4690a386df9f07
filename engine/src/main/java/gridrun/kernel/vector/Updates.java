package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** The optimizers' updates in one pass over parameters and state, in whole vectors: n is a multiple of the lanes. */
final class Updates {

    private Updates() { }

    static void momentum(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector velocity = broadcast(FLOATS, mu).fma(fromArray(FLOATS, v, vi + i), fromArray(FLOATS, g, gi + i));
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(velocity, fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void nesterov(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector velocity = broadcast(FLOATS, mu).fma(fromArray(FLOATS, v, vi + i), gradient);
            velocity.intoArray(v, vi + i);
            broadcast(FLOATS, -rate).fma(broadcast(FLOATS, mu).fma(velocity, gradient), fromArray(FLOATS, w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void rmsprop(float[] w, int wi, float[] g, int gi, float[] s, int si, int n,
                        float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector square = broadcast(FLOATS, rho).fma(fromArray(FLOATS, s, si + i), gradient.mul(other).mul(gradient));
            square.intoArray(s, si + i);
            fromArray(FLOATS, w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }

    static void adam(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
                     float step, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = fromArray(FLOATS, g, gi + i);
            FloatVector mean = broadcast(FLOATS, beta1).fma(fromArray(FLOATS, m, mi + i), gradient.mul(other1));
            FloatVector square = broadcast(FLOATS, beta2).fma(fromArray(FLOATS, v, vi + i), gradient.mul(other2).mul(gradient));
            mean.intoArray(m, mi + i);
            square.intoArray(v, vi + i);
            fromArray(FLOATS, w, wi + i).sub(mean.mul(step).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }
}
