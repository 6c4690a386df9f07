package gridrun.kernel;

import gridrun.tensor.Shape;

/**
 * Another order of an array's axes, prepared once: axis j of the result is axis {@code axes[j]} of the operand, as
 * NumPy's {@code transpose} has it. Up to four axes.
 */
public final class Permutation {

    static final int RANK = 4;

    private final Shape result;
    /** Dimensions of the result, and what one step along each is in the operand; ones in front. */
    final int[] dimensions = {1, 1, 1, 1};
    final int[] strides = new int[RANK];

    /** Prepares the order for operands of a shape. */
    public Permutation(Shape operand, int... axes) {
        int rank = operand.rank();
        if (axes.length != rank || rank > RANK) {
            throw new IllegalArgumentException("%d axes are none of %s".formatted(axes.length, operand));
        }
        int[] strideOf = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= operand.dimension(axis--)) {
            strideOf[axis] = stride;
        }
        int[] permuted = new int[rank];
        for (int j = 0; j < rank; j++) {
            permuted[j] = operand.dimension(axes[j]);
            dimensions[RANK - rank + j] = permuted[j];
            strides[RANK - rank + j] = strideOf[axes[j]];
        }
        this.result = Shape.of(permuted);
    }

    /** The shape of what comes out. */
    public Shape result() {
        return result;
    }

    /** Rows of the result, by its first three axes; each is one run of the last axis. */
    public int rows() {
        return dimensions[0] * dimensions[1] * dimensions[2];
    }

    /** The elements of a row of the result. */
    public int columns() {
        return dimensions[3];
    }

    /** How far neighbours in a row of the result lie apart in the operand. */
    public int columnStep() {
        return strides[3];
    }

    /**
     * How many rows of the result, counted from any multiple of this, begin side by side in the operand: they are the
     * transpose of a matrix whose rows are {@link #columnStep} apart. 1 for rows that are copied one by one.
     */
    public int transposedRows() {
        return strides[2] == 1 ? dimensions[2] : 1;
    }

    /** Where a row of the result begins in the operand. */
    public int start(int row) {
        int i2 = row % dimensions[2];
        int rest = row / dimensions[2];
        return rest / dimensions[1] * strides[0] + rest % dimensions[1] * strides[1] + i2 * strides[2];
    }
}
