package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;

import java.util.Arrays;

/**
 * One image, padded with zeros, a plane a channel, in scratch memory of its own.
 *
 * <p>The columns of a plane that a stride s takes to the same tap lie side by side: first all columns 0, s, 2s, …, then
 * 1, s + 1, and so on. So whatever the stride and the dilation, what a tap reads at neighbouring positions are
 * neighbours: position o of a row finds tap t at {@code row + tap(t) + o}.
 */
final class Planes {

    /** Elements that may be read and written behind the last position of a row. */
    private static final int SLACK = WIDEST;

    private final float[] square = new float[WIDEST * WIDEST];
    private float[] values = new float[0];
    private int channels;
    private int top;
    private int left;
    private int height;
    private int width;
    private int phases;

    /**
     * Makes room, and zeros for all padding.
     *
     * @param top rows of padding above the image
     * @param left columns of padding in front of it
     * @param height rows of a plane
     * @param width columns of a plane
     * @param phases the stride along the width
     */
    void shape(int channels, int top, int left, int height, int width, int phases) {
        this.channels = channels;
        this.top = top;
        this.left = left;
        this.height = height;
        this.width = (width + phases - 1) / phases;
        this.phases = phases;
        int size = channels * plane();
        if (values.length < size) {
            values = new float[size];
        } else {
            Arrays.fill(values, 0, size, 0);
        }
    }

    float[] values() {
        return values;
    }

    /** From one row of a plane to the next. */
    int step() {
        return width * phases;
    }

    /** From one plane to the next. */
    private int plane() {
        return height * step() + SLACK;
    }

    /** Where a channel, row and column lies, padding counted. */
    int at(int channel, int row, int column) {
        return channel * plane() + row * step() + column % phases * width + column / phases;
    }

    /**
     * Takes an image over.
     *
     * @param pixel from one pixel of the image to the next, which may have more channels than these planes
     */
    void copy(float[] image, int from, int rows, int columns, int pixel) {
        int copied = Math.min(rows, height - top);
        int end = Math.min(left + columns, width * phases);
        for (int row = 0; row < copied; row++) {
            for (int phase = 0; phase < phases; phase++) {
                int first = left + Math.floorMod(phase - left, phases);
                int count = (end - first + phases - 1) / phases;
                int at = from + (row * columns + first - left) * pixel;
                int channel = 0;
                for (; LANES == WIDEST && phases == 1 && channel + WIDEST <= channels; channel += WIDEST) {
                    copySquares(image, at + channel, pixel, at(channel, top + row, first), count);
                }
                for (; channel + 8 <= channels; channel += 8) {
                    copyEight(image, at + channel, pixel * phases, at(channel, top + row, first), plane(), count);
                }
                for (; channel < channels; channel++) {
                    copyRow(image, at + channel, pixel * phases, at(channel, top + row, first), count);
                }
            }
        }
    }

    /**
     * One row of sixteen channels at a time; the zeros behind it are overwritten by the next row, or lie in the
     * padding.
     */
    private void copySquares(float[] image, int from, int pixel, int to, int count) {
        int whole = Lanes.whole(count), rest = count - whole;
        for (int i = 0; i < whole; i += WIDEST) {
            Square16.transpose(image, from + i * pixel, pixel, values, to + i, plane());
        }
        if (rest > 0) {
            for (int i = 0; i < rest; i++) {
                System.arraycopy(image, from + (whole + i) * pixel, square, i * WIDEST, WIDEST);
            }
            Arrays.fill(square, rest * WIDEST, square.length, 0);
            Square16.transpose(square, 0, WIDEST, values, to + whole, plane());
        }
    }

    /** One row of eight channels at a time: their pixels share a cache line. */
    private void copyEight(float[] image, int from, int step, int to, int plane, int count) {
        float[] into = values;
        for (int i = 0; i < count; i++) {
            int at = from + i * step;
            into[to + i] = image[at];
            into[to + plane + i] = image[at + 1];
            into[to + 2 * plane + i] = image[at + 2];
            into[to + 3 * plane + i] = image[at + 3];
            into[to + 4 * plane + i] = image[at + 4];
            into[to + 5 * plane + i] = image[at + 5];
            into[to + 6 * plane + i] = image[at + 6];
            into[to + 7 * plane + i] = image[at + 7];
        }
    }

    private void copyRow(float[] image, int from, int step, int to, int count) {
        if (step == 1) {
            System.arraycopy(image, from, values, to, count);
            return;
        }
        float[] into = values;
        for (int i = 0; i < count; i++) {
            into[to + i] = image[from + i * step];
        }
    }
}
