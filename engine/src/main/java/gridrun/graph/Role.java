package gridrun.graph;

/** What a parameter tensor is to training. */
public enum Role {
    /** A weight, which regularization may shrink. */
    KERNEL,
    /** A bias, a shift or a scale, which regularization leaves alone. */
    BIAS,
    /** No gradient moves it: a running statistic, which the forward pass of training renews. */
    STATE
}
