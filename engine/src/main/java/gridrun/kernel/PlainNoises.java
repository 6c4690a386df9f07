package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/** Random numbers in both precisions; vectors would bring nothing, since most of the time goes into StrictMath. */
public final class PlainNoises implements Noises {

    @Override
    public void gaussian(double deviation, long key, Tensor y) {
        gaussian(deviation, key, y, 0, y.size());
    }

    /** The same for elements {@code [from, to)}. */
    public void gaussian(double deviation, long key, Tensor y, int from, int to) {
        for (int i = from; i < to; i++) {
            y.set(i, deviation * Rng.gaussian(key, i));
        }
    }
}
