package gridrun.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The dimensions of a row-major array, such as {@code [64, 28, 28, 1]}.
 *
 * <p>Seen as a matrix, an array has {@link #last()} columns and all its leading dimensions together as rows.
 */
public final class Shape {

    private final int[] dimensions;
    private final int size;

    private Shape(int[] dimensions) {
        this.dimensions = dimensions;
        long product = 1;
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "a dimension of " + Arrays.toString(dimensions) + " is not positive");
            }
            product *= dimension;
            if (product > Integer.MAX_VALUE - Arena.ALIGNMENT) {
                throw new IllegalArgumentException(
                        Arrays.toString(dimensions) + " has more elements than one array can hold");
            }
        }
        this.size = (int) product;
    }

    public static Shape of(int... dimensions) {
        return new Shape(dimensions.clone());
    }

    /** A dimension that is a product, as of gates and units. */
    public static int product(int a, int b) {
        if ((long) a * b > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("%d times %d are more than one array can hold".formatted(a, b));
        }
        return a * b;
    }

    public int rank() {
        return dimensions.length;
    }

    public int dimension(int axis) {
        return dimensions[axis];
    }

    /** The number of elements. */
    public int size() {
        return size;
    }

    /** The last dimension: the columns of the array as a matrix; 1 for a scalar. */
    public int last() {
        return dimensions.length == 0 ? 1 : dimensions[dimensions.length - 1];
    }

    /** The product of all dimensions but the last: the rows of the array as a matrix. */
    public int rows() {
        return size / last();
    }

    /** This shape with another last dimension. */
    public Shape withLast(int columns) {
        int[] changed = dimensions.clone();
        changed[changed.length - 1] = columns;
        return new Shape(changed);
    }

    /** This shape below one more leading dimension, as in a batch of such arrays. */
    public Shape batched(int batch) {
        int[] below = new int[dimensions.length + 1];
        below[0] = batch;
        System.arraycopy(dimensions, 0, below, 1, dimensions.length);
        return new Shape(below);
    }

    /** This shape without its leading dimension: one example of a batch. */
    public Shape example() {
        return new Shape(Arrays.copyOfRange(dimensions, 1, dimensions.length));
    }

    public int[] toArray() {
        return dimensions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(dimensions, that.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    @Override
    public String toString() {
        return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
