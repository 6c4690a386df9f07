package gridrun.reference;

import gridrun.config.Numbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The numbers that are legal for a parameter.
 *
 * @param whole whether there is nothing between neighbouring whole numbers
 * @param least the smallest; minus infinity where there is none
 * @param greatest the largest; infinity where there is none
 */
record Interval(boolean whole, double least, double greatest) {

    /** All numbers. */
    static Interval all(boolean whole) {
        return new Interval(whole, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The smallest interval around both. */
    Interval and(Interval other) {
        return new Interval(whole, Math.min(least, other.least), Math.max(greatest, other.greatest));
    }

    /** This, without an end where the other ends elsewhere. */
    Interval whereSame(Interval other) {
        return new Interval(whole,
                least == other.least ? least : Double.NEGATIVE_INFINITY,
                greatest == other.greatest ? greatest : Double.POSITIVE_INFINITY);
    }

    /** The keywords of JSON Schema. */
    Map<String, Object> keywords() {
        Map<String, Object> keywords = new LinkedHashMap<>();
        if (least > Double.NEGATIVE_INFINITY) {
            keywords.put(isOpenBelow() ? "exclusiveMinimum" : "minimum", below());
        }
        if (greatest < Double.POSITIVE_INFINITY) {
            keywords.put(isOpenAbove() ? "exclusiveMaximum" : "maximum", above());
        }
        return keywords;
    }

    /** In words, as they follow "a number"; empty where all are legal. */
    String phrase() {
        String from = least > Double.NEGATIVE_INFINITY ? (isOpenBelow() ? " above " : " from ") + shown(below()) : "";
        return greatest < Double.POSITIVE_INFINITY ? from + upTo(from) + shown(above()) : from;
    }

    private String upTo(String from) {
        if (from.isEmpty()) {
            return isOpenAbove() ? " below " : " up to ";
        }
        return !isOpenAbove() ? " to " : isOpenBelow() ? " and below " : " to below ";
    }

    private static String shown(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? String.format(Locale.ROOT, "%,d", (long) value) : Numbers.text(value);
    }

    /** A bound that is not met is the neighbour of the smallest number, and shorter to write. */
    private boolean isOpenBelow() {
        return !whole && length(Math.nextDown(least)) < length(least);
    }

    private boolean isOpenAbove() {
        return !whole && length(Math.nextUp(greatest)) < length(greatest);
    }

    private static int length(double value) {
        return Numbers.text(value).length();
    }

    private double below() {
        return isOpenBelow() ? Math.nextDown(least) + 0.0 : least + 0.0;
    }

    private double above() {
        return isOpenAbove() ? Math.nextUp(greatest) : greatest;
    }
}
