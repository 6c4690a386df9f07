package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.all;
import static gridrun.kernel.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/** The optimizers' updates in one pass over parameters and state, in whole vectors: n is a multiple of the lanes. */
final class Updates {

    private Updates() { }

    static void momentum(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector velocity = all(mu).fma(load(v, vi + i), load(g, gi + i));
            velocity.intoArray(v, vi + i);
            all(-rate).fma(velocity, load(w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void nesterov(float[] w, int wi, float[] g, int gi, float[] v, int vi, int n, float rate, float mu) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = load(g, gi + i);
            FloatVector velocity = all(mu).fma(load(v, vi + i), gradient);
            velocity.intoArray(v, vi + i);
            all(-rate).fma(all(mu).fma(velocity, gradient), load(w, wi + i)).intoArray(w, wi + i);
        }
    }

    static void rmsprop(float[] w, int wi, float[] g, int gi, float[] s, int si, int n,
                        float rate, float rho, float other, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = load(g, gi + i);
            FloatVector square = all(rho).fma(load(s, si + i), gradient.mul(other).mul(gradient));
            square.intoArray(s, si + i);
            load(w, wi + i).sub(gradient.mul(rate).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }

    static void adam(float[] w, int wi, float[] g, int gi, float[] m, int mi, float[] v, int vi, int n,
                     float step, float beta1, float other1, float beta2, float other2, float epsilon) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector gradient = load(g, gi + i);
            FloatVector mean = all(beta1).fma(load(m, mi + i), gradient.mul(other1));
            FloatVector square = all(beta2).fma(load(v, vi + i), gradient.mul(other2).mul(gradient));
            mean.intoArray(m, mi + i);
            square.intoArray(v, vi + i);
            load(w, wi + i).sub(mean.mul(step).div(square.sqrt().add(epsilon))).intoArray(w, wi + i);
        }
    }
}
