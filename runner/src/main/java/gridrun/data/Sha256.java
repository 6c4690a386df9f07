package gridrun.data;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over numbers, little-endian. */
final class Sha256 {

    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static Sha256 digest() {
        return new Sha256();
    }

    Sha256 bytes(byte[] values) {
        digest.update(values);
        return this;
    }

    Sha256 text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Sha256 floats(float[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear().asFloatBuffer().put(values, from, count);
            digest.update(buffer.array(), 0, count * Float.BYTES);
        }
        return this;
    }

    Sha256 ints(int[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear().asIntBuffer().put(values, from, count);
            digest.update(buffer.array(), 0, count * Integer.BYTES);
        }
        return this;
    }

    /** A stream that adds the bytes read through it. */
    InputStream reading(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /** The hash of all that was given, 64 lower-case hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
