package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HalvedTest {

    /** White on the left, columns of black and white on the right. */
    private static byte[] picture(int width) {
        BufferedImage image = new BufferedImage(width, 4, BufferedImage.TYPE_INT_RGB);
        for (int place = 0; place < 4 * width; place++) {
            boolean white = place % width < width / 2 || place % 2 == 0;
            image.setRGB(place % width, place / width, white ? 0xFFFFFF : 0);
        }
        return Png.bytes(image);
    }

    @Test
    void largePicture_isHalf_whiteStaysWhite_andFourBecomeTheirMean() throws Exception {
        BufferedImage half = ImageIO.read(new ByteArrayInputStream(Halved.of(picture(1_000))));
        assertEquals(500, half.getWidth());
        assertEquals(2, half.getHeight());
        assertArrayEquals(new int[] {255, 255, 255}, channels(half.getRGB(0, 0)));
        for (int channel : channels(half.getRGB(499, 1))) {
            assertEquals(128, channel, 3);
        }
    }

    private static int[] channels(int colour) {
        return IntStream.of(16, 8, 0).map(shift -> colour >> shift & 0xFF).toArray();
    }

    @Test
    void whatIsSmall_orNoPicture_staysAsItIs() {
        byte[] small = picture(480);
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertSame(small, Halved.of(small));
        assertSame(text, Halved.of(text));
    }
}
