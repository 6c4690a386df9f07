package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Equal matrices that lie in one tensor at regular places, such as the heads of attention: matrix {@code i} is the one
 * at {@code i % inner} of {@code i / inner}.
 *
 * <p>A matrix need not be one piece of memory: its elements lie side by side along a row, and its rows at a distance.
 *
 * @param tensor the memory
 * @param start where the first matrix begins, from the tensor's first element
 * @param outer how many groups of matrices there are
 * @param outerStep from one group to the next
 * @param inner the matrices of a group
 * @param innerStep from one matrix of a group to the next
 * @param rows of each matrix
 * @param rowStep from one row to the next
 * @param columns of each matrix
 */
public record Matrices(Tensor tensor, int start, int outer, int outerStep, int inner, int innerStep,
        int rows, int rowStep, int columns) {

    /** All matrices of the last two axes. */
    public static Matrices of(Tensor tensor) {
        int columns = tensor.columns();
        int rows = tensor.shape().dimension(tensor.shape().rank() - 2);
        int count = tensor.rows() / rows;
        return new Matrices(tensor, 0, 1, tensor.size(), count, rows * columns, rows, columns, columns);
    }

    /**
     * The heads of one of several parts that lie side by side along the features.
     *
     * @param tensor {@code [batch, time, parts * heads * width]}
     * @param part which part, from 0
     * @return {@code batch * heads} matrices {@code [time, width]}
     */
    public static Matrices heads(Tensor tensor, int part, int parts, int heads) {
        int time = tensor.shape().dimension(1);
        int features = tensor.columns();
        int width = features / parts / heads;
        return new Matrices(tensor, part * heads * width, tensor.shape().dimension(0), time * features,
                heads, width, time, features, width);
    }

    /** The same matrices without the columns from this one on. */
    public Matrices firstColumns(int count) {
        return new Matrices(tensor, start, outer, outerStep, inner, innerStep, rows, rowStep, count);
    }

    /** The number of matrices. */
    public int count() {
        return outer * inner;
    }

    /** Where a matrix begins in the arena. */
    public int at(int matrix) {
        return tensor.offset() + start + matrix / inner * outerStep + matrix % inner * innerStep;
    }

    double get(int matrix, int row, int column) {
        return tensor.get(at(matrix) - tensor.offset() + row * rowStep + column);
    }

    void set(int matrix, int row, int column, double value) {
        tensor.set(at(matrix) - tensor.offset() + row * rowStep + column, value);
    }
}
