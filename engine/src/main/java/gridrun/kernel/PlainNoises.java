package gridrun.kernel;

import gridrun.random.Rng;
import gridrun.tensor.Tensor;

/**
 * Random numbers in either precision; vectors would bring nothing, since most of the time goes into StrictMath. The
 * forms with a first and a last element (exclusive) do a part.
 */
public final class PlainNoises implements Noises {

    /** In float32. */
    public static final PlainNoises FLOAT32 = new PlainNoises(Real.FLOAT32);

    private final Real real;

    PlainNoises(Real real) {
        this.real = real;
    }

    @Override
    public void gaussian(double deviation, long key, Tensor y) {
        gaussian(deviation, key, y, 0, y.size());
    }

    public void gaussian(double deviation, long key, Tensor y, int from, int to) {
        for (int i = from; i < to; i++) {
            y.set(i, deviation * Rng.gaussian(key, i));
        }
    }

    @Override
    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y) {
        dropout(x, rate, key, mask, y, 0, x.size());
    }

    public void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y, int from, int to) {
        double kept = real.round(1 / (1 - rate));
        for (int i = from; i < to; i++) {
            mask.set(i, Rng.uniform(key, i) < rate ? 0 : kept);
            y.set(i, real.multiply(mask.get(i), x.get(i)));
        }
    }
}
