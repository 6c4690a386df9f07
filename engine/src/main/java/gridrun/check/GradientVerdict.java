package gridrun.check;

/**
 * What a gradient check found of one parameter tensor.
 *
 * @param name the layer and the tensor, as in {@code dense_1.W}
 * @param size the tensor's elements
 * @param relativeError {@code ‖a − n‖ / (‖a‖ + ‖n‖ + f)} of backpropagation's a and the numeric n, where f is the floor
 *     that the rounding of n makes
 * @param checked the elements compared
 * @param leftOut the elements whose stencil crosses a kink
 * @param vanished whether both gradients are lost in what rounding makes of the loss, so that they cannot be told apart
 */
public record GradientVerdict(String name, int size, double relativeError, int checked, int leftOut, boolean vanished) {

    /**
     * The relative error of a correct gradient stays below: it is about 1e-10, and 5e-3 for one that is 1 % too long.
     */
    public static final double LIMIT = 1e-6;

    /** Whether backpropagation and the differences agree. */
    public boolean isRight() {
        return relativeError < LIMIT;
    }

    /** Whether there was anything to compare: else the agreement says nothing. */
    public boolean isCompared() {
        return checked > 0 && !vanished;
    }

    /** The layer's name alone. */
    public String layer() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The tensor's name alone. */
    public String tensor() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
