package gridrun.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Images as PNG, without any metadata (W3C, Portable Network Graphics Specification, second edition, 2003).
 *
 * <p>Rows are compressed as they are: charts are flat areas, of which the format's filters make no smaller files, and
 * the JDK's own writer takes three to four times as long because it tries them all.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** Behind the signature, and the length and name of the first chunk. */
    private static final int WIDTH_AT = 16;
    /** Of a pixel of sixteen colours. */
    private static final int HALF_A_BYTE = 4;
    private static final byte RGB = 2;
    private static final byte INDEXED = 3;
    private static final byte NO_FILTER = 0;
    /** Half of the time of the usual level 6, for a tenth more bytes. */
    private static final int LEVEL = 3;
    /** A byte a pixel is a third of the work, which this level makes smaller by a quarter. */
    private static final int LEVEL_OF_INDEXED = 4;

    private Png() {
    }

    /** The width in the head of a file; empty where it is no PNG. */
    static OptionalInt width(byte[] png) {
        boolean isOne = png.length >= WIDTH_AT + Integer.BYTES
                && Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        return isOne ? OptionalInt.of(ByteBuffer.wrap(png).getInt(WIDTH_AT)) : OptionalInt.empty();
    }

    /** @param image of the type {@link BufferedImage#TYPE_INT_RGB}, or of a {@link Palette} */
    static byte[] bytes(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_INDEXED) {
            return bytes(image.getWidth(), image.getHeight(),
                    ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), Palette.colours(image));
        }
        Colours colours = Colours.of(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        return colours == null
                ? bytes(image.getWidth(), image.getHeight(), Byte.SIZE, RGB, png -> {}, LEVEL, rows(image))
                : bytes(image.getWidth(), image.getHeight(), colours.pixels(), colours.palette());
    }

    /**
     * An image of few colours.
     *
     * @param pixels the place of each in the palette, row by row
     * @param palette RGB, 256 colours at most
     */
    static byte[] bytes(int width, int height, byte[] pixels, int[] palette) {
        ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
        for (int colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        int bits = palette.length <= 1 << HALF_A_BYTE ? HALF_A_BYTE : Byte.SIZE;
        return bytes(width, height, bits, INDEXED, png -> chunk(png, "PLTE", colours.array()), LEVEL_OF_INDEXED,
                rows(width, height, pixels, bits));
    }

    private static byte[] bytes(int width, int height, int bits, byte type, Consumer<ByteArrayOutputStream> palette,
            int level, byte[] rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // Behind the colour type: the only compression, the only family of filters, not interlaced.
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) bits).put(type).array());
        palette.accept(png);
        chunk(png, "IDAT", compressed(rows, level));
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

    private static byte[] rows(int width, int height, byte[] pixels, int bits) {
        int length = 1 + (bits * width + Byte.SIZE - 1) / Byte.SIZE;
        byte[] rows = new byte[height * length];
        for (int y = 0; y < height; y++) {
            rows[y * length] = NO_FILTER;
            if (bits == Byte.SIZE) {
                System.arraycopy(pixels, y * width, rows, y * length + 1, width);
            } else {
                pack(pixels, y * width, width, rows, y * length + 1);
            }
        }
        return rows;
    }

    /** Two pixels in a byte, the left one in its upper half. */
    private static void pack(byte[] pixels, int from, int count, byte[] rows, int to) {
        for (int x = 0; x < count - 1; x += 2) {
            rows[to + x / 2] = (byte) (pixels[from + x] << HALF_A_BYTE | pixels[from + x + 1]);
        }
        if (count % 2 == 1) {
            rows[to + count / 2] = (byte) (pixels[from + count - 1] << HALF_A_BYTE);
        }
    }

    private static byte[] rows(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        byte[] rows = new byte[image.getHeight() * (1 + 3 * width)];
        for (int y = 0; y < image.getHeight(); y++) {
            rows[y * (1 + 3 * width)] = NO_FILTER;
            row(pixels, y * width, width, rows, y * (1 + 3 * width) + 1);
        }
        return rows;
    }

    private static void row(int[] pixels, int from, int count, byte[] rows, int to) {
        for (int x = 0; x < count; x++) {
            int pixel = pixels[from + x];
            rows[to + 3 * x] = (byte) (pixel >> 16);
            rows[to + 3 * x + 1] = (byte) (pixel >> 8);
            rows[to + 3 * x + 2] = (byte) pixel;
        }
    }

    private static byte[] compressed(byte[] rows, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }
}
