package gridrun.plot;

import java.util.Arrays;
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
    /** The channels without their last two bits, which nobody could tell apart. */
    private static final int COARSE = 0xFCFCFC;
    private static final int RGB = 0xFFFFFF;
    private static final int SLOTS = 1 << 15;
    private static final int FREE = -1;
    private static final int MIXER = 0x9E3779B1;

    /** Null for an image of so many colours that some would be seen to change. */
    static Colours of(int[] pixels) {
        int[] colours = new int[SLOTS];
        int[] counts = new int[SLOTS];
        int[] starts = starts(pixels);
        Arrays.fill(colours, FREE);
        if (!count(pixels, starts, colours, counts)) {
            return null;
        }
        int[] used = byFrequency(colours, counts);
        int[] cells = used.length <= MOST ? IntStream.range(0, used.length).toArray() : cells(used, colours);
        int[] all = IntStream.range(0, used.length).filter(i -> cells[i] == i).map(i -> colours[used[i]]).toArray();
        int[] palette = new int[Math.min(MOST, all.length)];
        int[] nearest = new int[all.length];
        if (choose(all, palette, nearest) > FARTHEST) {
            return null;
        }
        byte[] places = new byte[SLOTS];
        for (int i = 0, first = 0; i < used.length; i++) {
            places[used[i]] = cells[i] == i ? (byte) nearest[first++] : places[used[cells[i]]];
        }
        byte[] indexed = new byte[pixels.length];
        for (int i = 0; i < starts.length - 1; i++) {
            Arrays.fill(indexed, starts[i], starts[i + 1], places[slot(colours, pixels[starts[i]] & RGB)]);
        }
        return new Colours(indexed, palette);
    }

    /** Where another colour begins, and the end: most pixels are as the one before. */
    private static int[] starts(int[] pixels) {
        int[] starts = new int[pixels.length + 1];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                starts[count++] = i;
            }
        }
        starts[count] = pixels.length;
        return Arrays.copyOf(starts, count + 1);
    }

    /**
     * Counts how many pixels have each colour.
     *
     * @return whether there are slots for all
     */
    private static boolean count(int[] pixels, int[] starts, int[] colours, int[] counts) {
        int known = 0;
        for (int i = 0; i < starts.length - 1; i++) {
            int colour = pixels[starts[i]] & RGB;
            int slot = slot(colours, colour);
            if (colours[slot] == FREE && ++known > SLOTS / 2) {
                return false;
            }
            colours[slot] = colour;
            counts[slot] += starts[i + 1] - starts[i];
        }
        return true;
    }

    private static int slot(int[] colours, int colour) {
        int slot = (colour * MIXER >>> 8) % SLOTS;
        while (colours[slot] != FREE && colours[slot] != colour) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /** The slots that have a colour, the most frequent first; of equal ones the smaller. */
    private static int[] byFrequency(int[] colours, int[] counts) {
        long[] sorted = new long[SLOTS / 2];
        int known = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (colours[slot] != FREE) {
                sorted[known++] = (long) (Integer.MAX_VALUE - counts[slot]) << Integer.SIZE | colours[slot];
            }
        }
        Arrays.sort(sorted, 0, known);
        int[] used = new int[known];
        for (int i = 0; i < known; i++) {
            used[i] = slot(colours, (int) sorted[i]);
        }
        return used;
    }

    /** Of each colour the place of the most frequent one that hardly differs from it, which may be itself. */
    private static int[] cells(int[] used, int[] colours) {
        int[] known = new int[SLOTS];
        int[] firsts = new int[SLOTS];
        Arrays.fill(known, FREE);
        int[] cells = new int[used.length];
        for (int i = 0; i < used.length; i++) {
            int cell = colours[used[i]] & COARSE;
            int slot = slot(known, cell);
            if (known[slot] == FREE) {
                known[slot] = cell;
                firsts[slot] = i;
            }
            cells[i] = firsts[slot];
        }
        return cells;
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
            farthest = nearer(all, palette[place], place, distances, nearest);
        }
        return distances[farthest];
    }

    /** Which of the colours is the farthest from its nearest, after another has come to the palette. */
    private static int nearer(int[] all, int added, int place, int[] distances, int[] nearest) {
        int farthest = 0;
        for (int i = 0; i < all.length; i++) {
            int distance = distance(all[i], added);
            if (distance < distances[i]) {
                distances[i] = distance;
                nearest[i] = place;
            }
            farthest = distances[i] > distances[farthest] ? i : farthest;
        }
        return farthest;
    }

    private static int distance(int one, int other) {
        return Math.abs((one >> 16) - (other >> 16)) + Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF))
                + Math.abs((one & 0xFF) - (other & 0xFF));
    }
}
