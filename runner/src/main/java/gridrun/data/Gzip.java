package gridrun.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
     * Unpacks all of it.
     *
     * @param most bytes that it may come to
     */
    static byte[] content(byte[] zipped, int most) throws IOException {
        try (InputStream in = open(new ByteArrayInputStream(zipped))) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("it unpacks to more than %,d bytes".formatted(most));
            }
            return content;
        }
    }
}
