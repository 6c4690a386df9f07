package gridrun.chart;

/**
 * How a line is told from others.
 *
 * @param colour its place in the palette; negative for the grey of what is only there for comparison
 * @param dash its place among the dashes, 0 for a whole line
 * @param place in an order, which goes from light to dark: from 0 to 1; null where there is none
 */
public record Look(int colour, int dash, Double place) {

    /** Of what only surrounds the others. */
    public static final Look REST = new Look(-1, 0, null);

    /** A whole line in a colour. */
    public static Look of(int colour) {
        return new Look(colour, 0, null);
    }

    /** One of several in an order, from the lightest to the darkest. */
    public static Look ordered(int index, int count) {
        return new Look(0, 0, count < 2 ? 1.0 : (double) index / (count - 1));
    }

    public boolean isRest() {
        return colour < 0;
    }
}
