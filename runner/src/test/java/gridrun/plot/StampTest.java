package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final int WIDTH = 40;
    private static final Color GROUND = new Color(0x8888FF);
    private static final Color DISC = new Color(0x0000AA);

    private final Palette palette = new Palette(
            IntStream.of(GROUND.getRGB(), DISC.getRGB(), Color.WHITE.getRGB()));
    private final byte[] pixels = new byte[WIDTH * 30];
    private final Stamp stamp = new Stamp(new Dot(4, 2, Color.WHITE), palette);

    @Test
    void put_onPlainGround_isADiscInARing() {
        Arrays.fill(pixels, palette.nearest(GROUND));
        put(pixels, 20, 15);
        assertEquals(palette.nearest(DISC), at(20, 15));
        assertEquals(palette.nearest(DISC), at(23, 15));
        assertEquals(palette.nearest(Color.WHITE), at(25, 15));
        assertEquals(palette.nearest(GROUND), at(27, 15));
        assertEquals(at(14, 12), at(25, 12), "it is as wide to the left as to the right");
    }

    @Test
    void put_beyondTheEdge_keepsWhatIsInside() {
        byte[] expected = new byte[pixels.length];
        put(expected, 20, 15);
        put(pixels, 0, 0);
        assertEquals(expected[15 * WIDTH + 20], at(0, 0));
        assertEquals(expected[17 * WIDTH + 22], at(2, 2));
        assertEquals(0, at(WIDTH - 1, 0), "nothing comes out at the other side");
        byte[] untouched = pixels.clone();
        put(pixels, -50, 100);
        assertArrayEquals(untouched, pixels);
    }

    private void put(byte[] into, int x, int y) {
        stamp.put(into, WIDTH, x, y, palette.nearest(DISC));
    }

    private byte at(int x, int y) {
        return pixels[y * WIDTH + x];
    }
}
