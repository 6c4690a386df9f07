package gridrun.observed;

import java.util.List;
import java.util.function.Function;

/**
 * What a classifier makes of the plane, with the examples that it was trained on and those that were held out.
 *
 * @param axes what the two numbers of an input are
 * @param classes what people call the classes
 * @param low the lower left corner of the plane's part that is shown
 * @param high the upper right corner
 * @param side the number of grid points along each axis
 * @param probabilities of each class at each grid point, or its margins, [side · side, classes], the lowest row first
 * @param training the examples trained on
 * @param validation the examples held out, or null
 */
public record Boundary(List<String> axes, List<String> classes, double[] low, double[] high, int side,
        double[] probabilities, Points training, Points validation) {

    private static final double MARGIN = 0.08;

    /**
     * Examples in the plane.
     *
     * @param coordinates two numbers each
     * @param labels the class of each
     */
    public record Points(float[] coordinates, int[] labels) {
    }

    /**
     * Covers all points, and a little more, with a grid.
     *
     * @param side the number of grid points along each axis
     * @param classifier gives the probabilities of each class, or its margins, at these points, two numbers a point
     */
    public static Boundary of(List<String> axes, List<String> classes, int side, Points training, Points validation,
            Function<float[], double[]> classifier) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        extend(training, low, high);
        if (validation != null) {
            extend(validation, low, high);
        }
        for (int axis = 0; axis < 2; axis++) {
            double margin = high[axis] > low[axis]
                    ? MARGIN * (high[axis] - low[axis]) : Math.max(1, MARGIN * Math.abs(low[axis]));
            low[axis] -= margin;
            high[axis] += margin;
        }
        float[] grid = new float[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            grid[2 * i] = (float) (low[0] + (high[0] - low[0]) * (i % side) / (side - 1));
            grid[2 * i + 1] = (float) (low[1] + (high[1] - low[1]) * (i / side) / (side - 1));
        }
        return new Boundary(axes, classes, low, high, side, classifier.apply(grid), training, validation);
    }

    private static void extend(Points points, double[] low, double[] high) {
        for (int i = 0; i < points.coordinates().length; i++) {
            low[i % 2] = Math.min(low[i % 2], points.coordinates()[i]);
            high[i % 2] = Math.max(high[i % 2], points.coordinates()[i]);
        }
    }

    /** The probabilities at a height from 0 to 1 of what is shown: of each class at each point of the grid's row. */
    public void row(double y, double[] into) {
        double row = y * (side - 1);
        int bottom = (int) Math.min(side - 2, row);
        double up = row - bottom;
        int length = side * classes.size();
        for (int i = 0; i < length; i++) {
            int below = bottom * length + i;
            into[i] = (1 - up) * probabilities[below] + up * probabilities[below + length];
        }
    }
}
