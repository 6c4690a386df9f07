package gridrun.kernel;

/**
 * A loss of one output y and its target t, which {@link Losses} averages over the outputs of an example.
 *
 * <p>Each is computed as a product: its slope, which the gradient is made of, times a lever. With the error
 * {@code e = y - t}:
 */
public enum PointwiseLoss {

    /** {@code e²}; slope e, of which the derivative is twice, and lever e. */
    SQUARED,
    /** {@code |e|}; slope 1, 0 or -1 as e is above, at or below 0, and lever e. */
    ABSOLUTE,
    /**
     * {@code e² / 2} up to {@code |e| = p} and {@code p (|e| - p / 2)} beyond; slope c = e cut off at ±p, and lever
     * {@code e - c / 2}.
     */
    HUBER,
    /**
     * {@code max(1 - s y, 0)} with {@code s = 2 t - 1}, so a target of 0 or 1 is a side, -1 or 1. Where it is above 0,
     * slope -s and lever {@code y - s}; else both are 0.
     */
    HINGE
}
