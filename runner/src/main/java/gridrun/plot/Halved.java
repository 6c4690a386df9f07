package gridrun.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of half the size for a page that has many of them: a quarter of the bytes, and still read. */
public final class Halved {

    /** Pictures that are narrower were drawn small. */
    private static final int LEAST_WIDTH = 1_000;
    /** A channel's upper six bits, after a shift by two. */
    private static final int QUARTERS = 0x3F3F3F;
    /** What four shifts take from white. */
    private static final int ROUNDED = 0x030303;

    private Halved() {
    }

    /** The picture in half its width and height; the same where it is small, no picture, or this Java cannot draw. */
    public static byte[] of(byte[] png) {
        try {
            if (Png.width(png).orElse(0) < LEAST_WIDTH) {
                return png; // and is not read: most are small
            }
            ImageIO.setUseCache(false);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            if (image == null) {
                return png;
            }
            byte[] half = Png.bytes(half(image));
            return half.length < png.length ? half : png;
        } catch (IOException | LinkageError e) {
            return png;
        }
    }

    /** Each pixel is the mean of four. */
    private static BufferedImage half(BufferedImage image) {
        int width = image.getWidth() / 2;
        int height = image.getHeight() / 2;
        BufferedImage whole = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        whole.createGraphics().drawImage(image, 0, 0, null);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] from = pixels(whole);
        int[] to = pixels(half);
        for (int y = 0; y < height; y++) {
            int above = 2 * y * whole.getWidth();
            int below = above + whole.getWidth();
            for (int x = 0; x < width; x++) {
                to[y * width + x] = mean(from[above + 2 * x], from[above + 2 * x + 1], from[below + 2 * x],
                        from[below + 2 * x + 1]);
            }
        }
        return half;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** All three channels at once; each is off by three of 255 at most. */
    private static int mean(int one, int two, int three, int four) {
        return (one >> 2 & QUARTERS) + (two >> 2 & QUARTERS) + (three >> 2 & QUARTERS) + (four >> 2 & QUARTERS)
                + ROUNDED;
    }
}
