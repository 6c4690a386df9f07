package gridrun.tensor;

/**
 * Rows of bytes that are numbers to whoever reads them, {@code (byte & 255) scale} in float32: images take a quarter of
 * the memory in the form in which their files have them.
 *
 * @param bytes of all rows there are; neither copied nor to be changed, so that several tables may choose from them
 * @param offset where the first row begins
 * @param columns the numbers in a row
 * @param chosen the rows of the bytes that are those of the table, in their order
 * @param scale what a byte of 1 comes to
 */
public record ByteTable(byte[] bytes, int offset, int columns, int[] chosen, float scale) {

    public ByteTable {
        for (int row : chosen) {
            if (row < 0 || offset + (row + 1L) * columns > bytes.length) {
                throw new IllegalArgumentException(
                        "there is no row %d of %d numbers in %d bytes from %d on".formatted(row,
                                columns, bytes.length, offset));
            }
        }
    }

    /** The number of rows. */
    public int rows() {
        return chosen.length;
    }

    /** Where a row's bytes begin. */
    public int at(int row) {
        return offset + chosen[row] * columns;
    }

    /** What a byte is as a number. */
    public float number(int at) {
        return (bytes[at] & 0xFF) * scale;
    }

    /** The rows of these numbers, from the same bytes. */
    public ByteTable select(int... rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = chosen[rows[i]];
        }
        return new ByteTable(bytes, offset, columns, selected, scale);
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
