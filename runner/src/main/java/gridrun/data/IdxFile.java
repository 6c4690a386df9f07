package gridrun.data;

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
        return parse(name, content, rank, rank);
    }

    /** Reads the header where the number of dimensions is within bounds. */
    static IdxFile parse(String name, byte[] content, int lowest, int highest) throws DataUnavailable {
        int rank = content.length < Integer.BYTES ? lowest : Math.max(lowest, Math.min(highest, content[3]));
        int header = Integer.BYTES * (1 + rank);
        require(content.length >= header, name, "has %d bytes, fewer than the header's %d", content.length, header);
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int magic = buffer.getInt();
        int expected = UNSIGNED_BYTE << 8 | rank;
        require(magic == expected, name,
                "begins with 0x%08x, not with 0x%08x (unsigned bytes in %s dimensions)", magic, expected,
                lowest == highest ? lowest : lowest + " to " + highest);
        int[] dimensions = new int[rank];
        long elements = 1;
        for (int i = 0; i < rank; i++) {
            dimensions[i] = buffer.getInt();
            require(dimensions[i] > 0, name, "gives dimension %d as %d", i + 1, dimensions[i]);
            elements = Math.min(Integer.MAX_VALUE, elements * dimensions[i]);
        }
        require(content.length - header == elements, name, "has %d elements, but its header promises %s = %d",
                content.length - header, Arrays.toString(dimensions), elements);
        return new IdxFile(dimensions, content, header);
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

    /** Copies {@code count} elements from {@code index} on, each times {@code scale}. */
    void copy(int index, int count, float scale, float[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (content[offset + index + i] & 0xFF) * scale;
        }
    }
}
