package gridrun.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The few colours that a chart has, and which of them each pixel is. A byte a pixel is a third of the work, and a file
 * of a third of the size.
 *
 * <p>Areas and letters keep their colours. Smooth edges have many more, each seen in a few pixels; the rarest of them
 * become the nearest one that is kept.
 *
 * @param pixels the place of each in the palette
 * @param palette RGB
 */
record Colours(byte[] pixels, int[] palette) {

    private static final int MOST = 256;
    /** In the sum of the channels, of 765: nobody sees it at an edge. */
    private static final int FARTHEST = 36;
    private static final int MOST_FREQUENT = 96;
    private static final int SLOTS = 1 << 15;
    private static final int FREE = -1;
    private static final int MIXER = 0x9E3779B1;

    /** Null for an image of so many colours that some would be seen to change. */
    static Colours of(int[] pixels) {
        int[] colours = new int[SLOTS];
        int[] counts = new int[SLOTS];
        int[] slots = new int[pixels.length];
        Arrays.fill(colours, FREE);
        int known = 0;
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i] & 0xFFFFFF;
            int slot = i > 0 && pixels[i] == pixels[i - 1] ? slots[i - 1] : slot(colours, colour);
            if (colours[slot] == FREE) {
                if (++known > SLOTS / 2) {
                    return null;
                }
                colours[slot] = colour;
            }
            counts[slot]++;
            slots[i] = slot;
        }
        int[] used = IntStream.range(0, SLOTS).filter(slot -> colours[slot] != FREE).boxed()
                .sorted(Comparator.comparingInt((Integer slot) -> -counts[slot])
                        .thenComparingInt(slot -> colours[slot]))
                .mapToInt(slot -> slot).toArray();
        int[] all = Arrays.stream(used).map(slot -> colours[slot]).toArray();
        int[] palette = new int[Math.min(MOST, all.length)];
        int[] nearest = new int[all.length];
        if (choose(all, palette, nearest) > FARTHEST) {
            return null;
        }
        byte[] places = new byte[SLOTS];
        for (int i = 0; i < used.length; i++) {
            places[used[i]] = (byte) nearest[i];
        }
        byte[] indexed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexed[i] = places[slots[i]];
        }
        return new Colours(indexed, palette);
    }

    private static int slot(int[] colours, int colour) {
        int slot = (colour * MIXER >>> 8) % SLOTS;
        while (colours[slot] != FREE && colours[slot] != colour) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /**
     * Fills a palette: with the most frequent colours, then with those that are farthest from all that it has.
     *
     * @param all colours, the most frequent first
     * @param nearest becomes the place in the palette of what is nearest to each
     * @return how far the farthest is from its nearest
     */
    private static int choose(int[] all, int[] palette, int[] nearest) {
        int[] distances = new int[all.length];
        Arrays.fill(distances, Integer.MAX_VALUE);
        int farthest = 0;
        for (int place = 0; place < palette.length; place++) {
            palette[place] = all[place < MOST_FREQUENT ? place : farthest];
            farthest = 0;
            for (int i = 0; i < all.length; i++) {
                int distance = distance(all[i], palette[place]);
                if (distance < distances[i]) {
                    distances[i] = distance;
                    nearest[i] = place;
                }
                farthest = distances[i] > distances[farthest] ? i : farthest;
            }
        }
        return distances[farthest];
    }

    private static int distance(int one, int other) {
        return Math.abs((one >> 16) - (other >> 16)) + Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF))
                + Math.abs((one & 0xFF) - (other & 0xFF));
    }
}
