package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * The cells of recurrent layers: what one time step does to each unit once the products are there.
 *
 * <p>Tensors of gates have the gates of a row side by side, each as wide as the layer; the others are
 * {@code [batch, units]}. No unit touches another, so an element is what its formula says, each operation rounded once
 * in the order that is written here. Written {@code a b + c}, a product and a sum are one fused multiply-add.
 * Derivatives of the functions are those of {@link Unary}: {@code σ' = s (1 - s)} and {@code tanh' = -t t + 1},
 * multiplied by what comes from behind.
 */
public interface Recurrences {

    /**
     * A step of a long short-term memory, gates in the order i, f, g, o. Source: Hochreiter and Schmidhuber, Long
     * short-term memory, 1997, with the forget gate of Gers et al., 2000.
     *
     * <p>{@code i = σ(i); f = σ(f); g = tanh(g); o = σ(o); c' = f c + (i g); t = tanh(c'); h = o t}.
     *
     * @param gates the sums on entry, i, f, g, o afterwards: {@code [batch, 4 units]}
     * @param before c
     * @param cell c'
     * @param squashed t
     * @param hidden h
     */
    void lstm(Tensor gates, Tensor before, Tensor cell, Tensor squashed, Tensor hidden);

    /**
     * The same step back.
     *
     * <p>{@code dc = (dh o) tanh'(t) + dc'}, then
     * {@code di = σ'(i) (dc g); df = σ'(f) (dc c); dg = tanh'(g) (dc i); do = σ'(o) (dh t); dbefore = dc f}.
     *
     * @param gates i, f, g, o
     * @param before c
     * @param squashed t
     * @param dhidden dh
     * @param dcell dc', from the next step
     * @param dgates of the sums: {@code [batch, 4 units]}; may be {@code gates}
     * @param dbefore of c; may be {@code dcell}
     */
    void lstmGradient(Tensor gates, Tensor before, Tensor squashed, Tensor dhidden, Tensor dcell,
            Tensor dgates, Tensor dbefore);

    /**
     * A step of a gated recurrent unit, gates in the order r, z, n. Source: Cho et al., Learning phrase representations
     * using RNN encoder-decoder, 2014, with the reset gate behind the product as in cuDNN.
     *
     * <p>{@code r = σ(x_r + s_r); z = σ(x_z + s_z); n = tanh(r s_n + x_n); h = z (before - n) + n}.
     *
     * @param projection x, what comes from the input: {@code [batch, 3 units]}
     * @param gates s on entry, what comes from the state before; afterwards r, z, and s_n as it was:
     *     {@code [batch, 3 units]}
     * @param before the state before
     * @param candidate n
     * @param hidden h
     */
    void gru(Tensor projection, Tensor gates, Tensor before, Tensor candidate, Tensor hidden);

    /**
     * The same step back.
     *
     * <p>{@code dn = tanh'(n) (dh (1 - z)); dz = σ'(z) (dh (before - n)); dr = σ'(r) (dn s_n)}; the gradient of s is
     * dr, dz, {@code dn r}, and {@code dbefore = dh z + incoming}.
     *
     * @param gates r, z, s_n
     * @param before the state before
     * @param candidate n
     * @param dhidden dh
     * @param incoming what the state before has from elsewhere
     * @param dprojection dr, dz, dn: {@code [batch, 3 units]}
     * @param dgates of s: {@code [batch, 3 units]}; may be {@code gates}
     * @param dbefore of the state before, without what comes through s
     */
    void gruGradient(Tensor gates, Tensor before, Tensor candidate, Tensor dhidden, Tensor incoming,
            Tensor dprojection, Tensor dgates, Tensor dbefore);
}
