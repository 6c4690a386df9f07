package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Products of two matrices. An element of c is one chain of fused multiply-adds over k in order; c is none of the
 * factors.
 */
public interface Products {

    /**
     * Says that b will be the second factor of many {@link #matMul} and {@link #matMulAdded} and stays as it is until
     * the next call: they may read a copy of it that suits them.
     *
     * @param b [k, n], the very object that the products are given; null for none any more
     */
    void hold(Tensor b);

    /**
     * {@code c = a b}, or {@code c = a b + bias} with each chain begun at the bias. a [m, k], b [k, n], bias [n] or
     * null, c [m, n].
     */
    void matMul(Tensor a, Tensor b, Tensor bias, Tensor c);

    /**
     * {@code c = start + a b} with each chain begun at start's element. a [m, k], b [k, n], start and c [m, n]; c may
     * be start.
     */
    void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c);

    /** {@code c = aᵀ b}, the gradient of weights. a [k, m], b [k, n], c [m, n]. */
    void matMulTransposedA(Tensor a, Tensor b, Tensor c);

    /** {@code c = a bᵀ}, the gradient of inputs. a [m, k], b [n, k], c [m, n]. */
    void matMulTransposedB(Tensor a, Tensor b, Tensor c);
}
