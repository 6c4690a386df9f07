package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Primitives as plain loops, in either precision. */
final class PlainPrimitives implements Primitives {

    private final Real real;

    PlainPrimitives(Real real) {
        this.real = real;
    }

    @Override
    public void multiplyAdd(double a, double b, int times, Tensor y) {
        for (int i = 0; i < y.size(); i++) {
            double value = y.get(i);
            for (int t = 0; t < times; t++) {
                value = real.fma(a, b, value);
            }
            y.set(i, value);
        }
    }

    @Override
    public void exp(Tensor x, Tensor y) {
        for (int i = 0; i < y.size(); i++) {
            y.set(i, real.exp(x.get(i)));
        }
    }
}
