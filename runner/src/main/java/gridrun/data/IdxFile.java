package gridrun.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An array of unsigned bytes in the idx format of the MNIST data base (LeCun, Cortes and Burges, 1998).
 *
 * <p>The format: two zero bytes, the type (8: unsigned byte), the number of dimensions; the dimensions as big-endian
 * 32-bit numbers; the elements, row-major.
 *
 * @param dimensions the lengths along the axes; the first is the number of examples
 * @param content the whole file
 * @param offset where in {@code content} the elements begin
 */
record IdxFile(int[] dimensions, byte[] content, int offset) {

    private static final int UNSIGNED_BYTE = 8;

    /**
     * Reads the header of a file's content.
     *
     * @param name the file, for messages
     * @param rank the number of dimensions that is expected
     * @throws DataUnavailable if the content is no such array, with what was found in it
     */
    static IdxFile parse(String name, byte[] content, int rank) throws DataUnavailable {
        int[] dimensions = dimensions(name, content, rank, rank, rank);
        requireElements(name, dimensions, content.length - header(rank));
        return new IdxFile(dimensions, content, header(rank));
    }

    /**
     * Reads a file. Memory for its elements is taken only once its header is found to be possible.
     *
     * @param most bytes that it may have: what it can hold, and what there is memory for
     * @param lowest the fewest dimensions that are expected
     * @param highest the most dimensions
     */
    static IdxFile read(String name, InputStream in, long most, int lowest, int highest) throws IOException {
        byte[] start = in.readNBytes(Integer.BYTES);
        int rank = rank(start, lowest, highest);
        byte[] head = Arrays.copyOf(start, header(rank));
        int read = start.length + in.readNBytes(head, start.length, head.length - start.length);
        int[] dimensions = dimensions(name, Arrays.copyOf(head, read), rank, lowest, highest);
        long elements = elements(dimensions);
        require(head.length + elements <= most, name,
                "promises %s = %,d elements, but at most %,d can be in it or in memory",
                Arrays.toString(dimensions), elements, Math.max(0, most - head.length));
        byte[] content = Arrays.copyOf(head, Math.toIntExact(head.length + elements));
        int found = in.readNBytes(content, head.length, (int) elements);
        requireElements(name, dimensions, found + (long) in.readNBytes(1).length);
        return new IdxFile(dimensions, content, head.length);
    }

    private static int header(int rank) {
        return Integer.BYTES * (1 + rank);
    }

    /** The number of dimensions that a beginning gives, or the nearest that is expected. */
    private static int rank(byte[] start, int lowest, int highest) {
        return start.length < Integer.BYTES ? lowest : Math.max(lowest, Math.min(highest, start[3]));
    }

    private static int[] dimensions(String name, byte[] content, int rank, int lowest, int highest)
            throws DataUnavailable {
        int header = header(rank);
        require(content.length >= header, name, "has %d bytes, fewer than the header's %d", content.length, header);
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int magic = buffer.getInt();
        int expected = UNSIGNED_BYTE << 8 | rank;
        require(magic == expected, name,
                "begins with 0x%08x, not with 0x%08x (unsigned bytes in %s dimensions)", magic, expected,
                lowest == highest ? lowest : lowest + " to " + highest);
        int[] dimensions = new int[rank];
        for (int i = 0; i < rank; i++) {
            dimensions[i] = buffer.getInt();
            require(dimensions[i] > 0, name, "gives dimension %d as %d", i + 1, dimensions[i]);
        }
        return dimensions;
    }

    /** Their product, or more than an array can have. */
    private static long elements(int[] dimensions) {
        long elements = 1;
        for (int dimension : dimensions) {
            elements = Math.min(1L << 32, elements * dimension);
        }
        return elements;
    }

    private static void requireElements(String name, int[] dimensions, long found) throws DataUnavailable {
        require(found == elements(dimensions), name, "has %d elements, but its header promises %s = %d", found,
                Arrays.toString(dimensions), elements(dimensions));
    }

    private static void require(boolean holds, String name, String problem, Object... values) throws DataUnavailable {
        if (!holds) {
            throw new DataUnavailable("%s is not a proper idx file: it %s".formatted(name, problem.formatted(values)));
        }
    }

    /** The number of examples. */
    int count() {
        return dimensions[0];
    }

    /** Element {@code index}, from 0 to 255. */
    int element(int index) {
        return content[offset + index] & 0xFF;
    }
}
