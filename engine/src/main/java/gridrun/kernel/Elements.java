package gridrun.kernel;

import gridrun.tensor.Tensor;

/** What is computed element by element. All tensors of a call have one size, and the result may be an operand. */
public interface Elements {

    /** {@code y = f(x)}. */
    void unary(Unary f, double p, Tensor x, Tensor y);

    /** {@code dx = dy f'(x)}, where {@code y = f(x)} is at hand; dx may be x. */
    void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /** {@code c = a + b}. */
    void add(Tensor a, Tensor b, Tensor c);

    /** {@code c = a b}, element by element. */
    void multiply(Tensor a, Tensor b, Tensor c);

    /** {@code c = a / b}. */
    void divide(Tensor a, Tensor b, Tensor c);

    /** {@code y = s x}. */
    void scale(double s, Tensor x, Tensor y);

    /** {@code y = y + s x}, fused. */
    void addScaled(double s, Tensor x, Tensor y);

    /** {@code y = x}. */
    void copy(Tensor x, Tensor y);

    /** {@code x = x + s sign(w)}, with sign(0) = 0: the gradient of {@code s Σ|w|}. */
    void addSigns(double s, Tensor w, Tensor x);

    /** {@code x = min(max(x, -bound), bound)}; NaN stays NaN. */
    void clip(Tensor x, double bound);
}
