package gridrun.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColoursTest {

    private static int[] seen(Colours colours) {
        return IntStream.range(0, colours.pixels().length)
                .map(i -> colours.palette()[Byte.toUnsignedInt(colours.pixels()[i])]).toArray();
    }

    @Test
    void of_atMost256Colours_changesNone() {
        int[] pixels = IntStream.range(0, 1_000).map(i -> i % 256 * 0x010305 & 0xFFFFFF).toArray();
        Colours colours = Colours.of(pixels);
        assertArrayEquals(pixels, seen(colours));
        assertEquals(256, colours.palette().length);
    }

    @Test
    void of_manyCloseColours_keepsTheFrequentAndChangesTheRestByAHair() {
        int[] pixels = new int[20_000];
        Arrays.fill(pixels, 0xFFFFFF);
        Arrays.fill(pixels, 0, 5_000, 0x0072B2);
        for (int i = 0; i < 1_000; i++) {
            pixels[10_000 + i] = 0x600000 + (i % 50) * 0x0400 + i / 50 * 4;
        }
        Colours colours = Colours.of(pixels);
        int[] seen = seen(colours);
        assertEquals(256, colours.palette().length);
        assertEquals(0x0072B2, seen[0]);
        assertEquals(0xFFFFFF, seen[19_999]);
        int[] changes = IntStream.range(0, pixels.length)
                .map(i -> Math.abs((pixels[i] >> 8 & 0xFF) - (seen[i] >> 8 & 0xFF))
                        + Math.abs((pixels[i] & 0xFF) - (seen[i] & 0xFF)))
                .toArray();
        assertTrue(Arrays.stream(changes).max().orElseThrow() <= 16, "a square of 200 by 80 has 256 places");
    }

    @Test
    void of_coloursThatNobodyTellsApart_isFewer() {
        int[] pixels = IntStream.range(0, 1_000).map(i -> 0x600000 + (i % 50) * 0x0100 + i / 50).toArray();
        Colours colours = Colours.of(pixels);
        int[] seen = seen(colours);
        assertTrue(colours.palette().length <= 13 * 5, colours.palette().length + " colours");
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(pixels[i] & 0xFCFCFC, seen[i] & 0xFCFCFC);
        }
    }

    @Test
    void of_aPhotograph_isNull() {
        assertNull(Colours.of(IntStream.range(0, 4_096)
                .map(i -> (i & 0xF) << 20 | (i >> 4 & 0xF) << 12 | (i >> 8 & 0xF) << 4).toArray()));
        assertNull(Colours.of(IntStream.range(0, 20_000).map(i -> i * 7).toArray()), "more than are counted");
    }
}
