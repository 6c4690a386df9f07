package gridrun.nn;

import gridrun.component.Check;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers for the two axes of an image: one number for both, or a list of height and width.
 *
 * @param height along the height
 * @param width along the width
 */
public record Extent(int height, int width) {

    /** Two of them multiply to less than the largest int. */
    private static final int MOST = 32_768;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})|\\[([0-9]{1,5}), ([0-9]{1,5})]");

    public Extent {
        if (height < 1 || width < 1 || height > MOST || width > MOST) {
            throw new IllegalArgumentException(
                    "%d by %d is not from 1 to %,d along both axes".formatted(height, width, MOST));
        }
    }

    /** Checks for a size along the one axis of a sequence. */
    static void check(String component, int size) {
        Check.that(size >= 1 && size <= MOST, component, size, "a whole number from 1 to %,d".formatted(MOST));
    }

    /** The same along both axes. */
    public static Extent of(int both) {
        return new Extent(both, both);
    }

    /** Reads {@code 3} or {@code [3, 5]}. */
    public static Extent parse(String text) {
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no size; write a whole number from 1, or two of them as [height, width]");
        }
        return match.group(1) != null ? of(Integer.parseInt(match.group(1)))
                : new Extent(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    }

    @Override
    public String toString() {
        return height == width ? Integer.toString(height) : "[" + height + ", " + width + "]";
    }
}
