package gridrun.kernel;

/**
 * A window that slides along one axis of an image: tap t of position o lies on element
 * {@code o stride + t dilation - before}, which is padding where the axis has no such element.
 *
 * @param size elements of the axis
 * @param taps elements that the window reads
 * @param stride elements between neighbouring positions
 * @param dilation elements between neighbouring taps
 * @param before padding in front of the axis
 * @param positions where the window comes to lie: the size of the result
 */
public record Window(int size, int taps, int stride, int dilation, int before, int positions) {

    /** Positions within the axis alone; there are some only if the window's reach is no larger than the axis. */
    public static Window valid(int size, int taps, int stride, int dilation) {
        return new Window(size, taps, stride, dilation, 0, (size - reach(taps, dilation)) / stride + 1);
    }

    /**
     * One position for each {@code stride} elements, with as much padding as they need: half of it, rounded down, lies
     * in front, as TensorFlow has it.
     */
    public static Window same(int size, int taps, int stride, int dilation) {
        int positions = (size + stride - 1) / stride;
        int padding = Math.max((positions - 1) * stride + reach(taps, dilation) - size, 0);
        return new Window(size, taps, stride, dilation, padding / 2, positions);
    }

    /** One window over the whole axis. */
    public static Window whole(int size) {
        return new Window(size, size, size, 1, 0, 1);
    }

    /** The elements from the first to the last tap. */
    public static int reach(int taps, int dilation) {
        return (taps - 1) * dilation + 1;
    }

    /** The elements from the first to the last tap. */
    public int reach() {
        return reach(taps, dilation);
    }

    /** The elements from the first tap of the first position to the last tap of the last, padding among them. */
    public int span() {
        return (positions - 1) * stride + reach();
    }

    /** The element under a tap; outside of the axis where that is padding. */
    public int element(int position, int tap) {
        return position * stride + tap * dilation - before;
    }

    /** Whether the axis has this element. */
    public boolean has(int element) {
        return element >= 0 && element < size;
    }

    /** Whether a tap can lie on an element, at some position inside or outside of the result. */
    public boolean meets(int element, int tap) {
        return (element + before - tap * dilation) % stride == 0;
    }

    /**
     * The position at which a tap that can lie on an element does so; negative, or beyond the last, outside of the
     * result.
     */
    public int position(int element, int tap) {
        return Math.floorDiv(element + before - tap * dilation, stride);
    }
}
