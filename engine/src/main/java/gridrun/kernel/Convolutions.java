package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Convolutions of images, and their gradients. x and dx are {@link Convolution#input}, w and dw
 * {@link Convolution#weights}, y and dy {@link Convolution#output}, or the same numbers under other shapes.
 *
 * <p>Every element is one chain of fused multiply-adds. Padding is zeros, and they take part like any pixel: an
 * infinite weight on padding gives NaN.
 */
public interface Convolutions {

    /**
     * {@code y[n, oy, ox, f] = b[f] + Σ_ky Σ_kx Σ_c x[n, y(oy, ky), x(ox, kx), c] w[ky, kx, c, f]} over the channels c
     * of f's group, in this order, begun at b. b [filters] or null for zeros.
     */
    void forward(Convolution geometry, Tensor x, Tensor w, Tensor b, Tensor y);

    /**
     * {@code dw[ky, kx, c, f] = Σ_n Σ_oy Σ_ox x[n, y(oy, ky), x(ox, kx), c] dy[n, oy, ox, f]} and
     * {@code db[f] = Σ_n Σ_oy Σ_ox dy[n, oy, ox, f]}, in this order, begun at 0. db [filters] or null, where there is
     * no b.
     */
    void weightGradient(Convolution geometry, Tensor x, Tensor dy, Tensor dw, Tensor db);

    /**
     * {@code dx[n, iy, ix, c] = Σ_ky Σ_kx Σ_f dy[n, oy, ox, f] w[ky, kx, c, f]} over the filters f of c's group, in
     * this order, begun at 0, where the window at (oy, ox) has tap (ky, kx) on (iy, ix). Taps that would lie there only
     * between two positions are left out; where the position is outside of the result, dy is a zero that takes part.
     */
    void inputGradient(Convolution geometry, Tensor dy, Tensor w, Tensor dx);
}
