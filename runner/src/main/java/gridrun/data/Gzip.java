package gridrun.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Content compressed with gzip, which may unpack to a thousand times its size. */
final class Gzip {

    /** The most that deflate can make of a byte (RFC 1951). */
    static final int MOST_OF_A_BYTE = 1032;

    private static final int BUFFER = 1 << 16;

    private Gzip() {
    }

    static InputStream open(InputStream zipped) throws IOException {
        return new GZIPInputStream(zipped, BUFFER);
    }

    /**
     * Unpacks a file, straight into an array of the size that its end says.
     *
     * @param most bytes that it may come to
     */
    static byte[] content(Path zipped, int most) throws IOException {
        byte[] content = new byte[(int) Math.min(size(zipped), most)];
        try (InputStream in = open(Files.newInputStream(zipped))) {
            int found = in.readNBytes(content, 0, content.length);
            byte[] more = in.readNBytes(most + 1 - found);
            if (found + more.length > most) {
                throw new IOException("it unpacks to more than %,d bytes".formatted(most));
            }
            byte[] all = found + more.length == content.length ? content : Arrays.copyOf(content, found + more.length);
            System.arraycopy(more, 0, all, found, more.length);
            return all;
        }
    }

    /** The size that the last four bytes say (RFC 1952): of a damaged file, or one in several parts, it is another. */
    private static long size(Path zipped) throws IOException {
        try (FileChannel channel = FileChannel.open(zipped)) {
            ByteBuffer end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(end, Math.max(0, channel.size() - Integer.BYTES));
            return Math.min(Integer.toUnsignedLong(end.getInt(0)), channel.size() * MOST_OF_A_BYTE);
        }
    }
}
