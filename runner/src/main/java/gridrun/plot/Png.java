package gridrun.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Images as PNG, without any metadata (W3C, Portable Network Graphics Specification, second edition, 2003).
 *
 * <p>Rows are compressed as they are: charts are flat areas, of which the format's filters make no smaller files, and
 * the JDK's own writer takes three to four times as long because it tries them all.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final byte NO_FILTER = 0;
    /** Half of the time of the usual level 6, for a tenth more bytes. */
    private static final int LEVEL = 3;

    private Png() {
    }

    /** @param image of the type {@link BufferedImage#TYPE_INT_RGB} */
    static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // Behind the colour type: the only compression, the only family of filters, not interlaced.
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight())
                .put(BITS).put(RGB).array());
        chunk(png, "IDAT", compressed(image));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] checked = ByteBuffer.allocate(Integer.BYTES + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 sum = new CRC32();
        sum.update(checked);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        png.writeBytes(checked);
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }

    private static byte[] compressed(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[1 + 3 * image.getWidth()];
        row[0] = NO_FILTER;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            for (int from = 0; from < pixels.length; from += image.getWidth()) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int pixel = pixels[from + x];
                    row[1 + 3 * x] = (byte) (pixel >> 16);
                    row[2 + 3 * x] = (byte) (pixel >> 8);
                    row[3 + 3 * x] = (byte) pixel;
                }
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
