package gridrun.kernel;

/** Double arithmetic, and the functions of {@link ReferenceMath}. */
final class Float64 implements Real {

    @Override
    public double round(double x) {
        return x;
    }

    @Override
    public double fma(double a, double b, double c) {
        return Math.fma(a, b, c);
    }

    @Override
    public double exp(double x) {
        return ReferenceMath.exp(x);
    }

    @Override
    public double log(double x) {
        return ReferenceMath.log(x);
    }

    @Override
    public double log1p(double x) {
        return ReferenceMath.log1p(x);
    }

    @Override
    public double sigmoid(double x) {
        return ReferenceMath.sigmoid(x);
    }

    @Override
    public double tanh(double x) {
        return StrictMath.tanh(x);
    }

    @Override
    public double value(Unary f, double p, double x) {
        return ReferenceMath.value(f, p, x);
    }

    @Override
    public double gradient(Unary f, double p, double x, double y, double dy) {
        return ReferenceMath.gradient(f, p, x, y, dy);
    }
}
