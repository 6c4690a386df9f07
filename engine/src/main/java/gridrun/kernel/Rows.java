package gridrun.kernel;

import gridrun.tensor.ByteTable;
import gridrun.tensor.Tensor;

/** What is computed row by row, the last dimension being the row. */
public interface Rows {

    /**
     * {@code y[i, :] = e^x[i, :] / Σ e^x[i, :]}, shifted by the row's maximum, so that finite numbers give finite ones.
     * Of -∞ it is 0 where something larger is in the row; +∞, NaN and nothing but -∞ make the whole row NaN.
     */
    void softmax(Tensor x, Tensor y);

    /** {@code dx = y (dy - Σ_row dy y)}. */
    void softmaxGradient(Tensor y, Tensor dy, Tensor dx);

    /**
     * Copies rows: {@code out[i, :] = table[rows[from + i], :]} for each row of {@code out}. The table is data in
     * float32 whatever the precision of these kernels, and has no slack behind it.
     */
    void gather(Tensor table, int[] rows, int from, Tensor out);

    /** The same of bytes, which become numbers. */
    void gatherBytes(ByteTable table, int[] rows, int from, Tensor out);
}
