package gridrun.kernel;

/** Float arithmetic, and the functions of {@link FloatMath}. */
final class Float32 implements Real {

    @Override
    public double round(double x) {
        return (float) x;
    }

    @Override
    public double fma(double a, double b, double c) {
        return Math.fma((float) a, (float) b, (float) c);
    }

    @Override
    public double exp(double x) {
        return FloatMath.exp((float) x);
    }

    @Override
    public double log(double x) {
        return FloatMath.log((float) x);
    }

    @Override
    public double log1p(double x) {
        return FloatMath.log1p((float) x);
    }

    @Override
    public double sigmoid(double x) {
        return FloatMath.sigmoid((float) x);
    }

    @Override
    public double tanh(double x) {
        return FloatMath.tanh((float) x);
    }
}
