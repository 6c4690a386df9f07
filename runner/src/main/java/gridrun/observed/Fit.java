package gridrun.observed;

import java.util.List;

/**
 * A line and points about it: a fitted curve with the examples, or predicted values against the actual ones.
 *
 * @param across what the horizontal axis is
 * @param up what the vertical axis is
 * @param line from the left to the right
 */
public record Fit(String across, String up, Points line, List<Points> examples) {

    /** Points of the plane, as many numbers across as up. */
    public record Points(String name, double[] x, double[] y) {
    }
}
