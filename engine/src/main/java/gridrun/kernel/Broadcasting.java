package gridrun.kernel;

import gridrun.tensor.Shape;

/**
 * How an array stretches to a larger shape, as NumPy defines it, prepared once: shapes are aligned from the right, axes
 * that are missing count as 1, and an axis of 1 is repeated.
 */
public final class Broadcasting {

    private final Shape result;
    private final int rank;
    private final int[] dimensions;
    /** What one step along each axis of the result is in the operand: 0 along axes that are repeated. */
    private final int[] strides;

    /**
     * Prepares the stretch.
     *
     * @throws IllegalArgumentException if the operand cannot be stretched to the result
     */
    public Broadcasting(Shape operand, Shape result) {
        if (!result.equals(common(operand, result))) {
            throw new IllegalArgumentException("%s cannot be stretched to %s".formatted(operand, result));
        }
        this.result = result;
        this.rank = result.rank();
        this.dimensions = result.toArray();
        this.strides = new int[rank];
        int stride = 1;
        for (int axis = rank - 1, own = operand.rank() - 1; own >= 0; axis--, own--) {
            strides[axis] = operand.dimension(own) == 1 ? 0 : stride;
            stride *= operand.dimension(own);
        }
    }

    /** The shape that two shapes stretch to; null where they do not meet. */
    public static Shape common(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        int[] common = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            int inA = dimension(a, axis - rank + a.rank());
            int inB = dimension(b, axis - rank + b.rank());
            if (inA != inB && inA != 1 && inB != 1) {
                return null;
            }
            common[axis] = Math.max(inA, inB);
        }
        return Shape.of(common);
    }

    private static int dimension(Shape shape, int axis) {
        return axis < 0 ? 1 : shape.dimension(axis);
    }

    /** The shape of what comes out. */
    public Shape result() {
        return result;
    }

    /** Elements of the result along its last axis. */
    int columns() {
        return result.last();
    }

    /** What one step along the last axis is in the operand: 0 or 1. */
    int step() {
        return rank == 0 ? 0 : strides[rank - 1];
    }

    /** Where a row of the result, a run of its last axis, begins in the operand. */
    int start(int row) {
        int start = 0;
        int rest = row;
        for (int axis = rank - 2; axis >= 0; axis--) {
            start += rest % dimensions[axis] * strides[axis];
            rest /= dimensions[axis];
        }
        return start;
    }
}
