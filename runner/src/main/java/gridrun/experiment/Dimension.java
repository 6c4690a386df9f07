package gridrun.experiment;

import java.util.List;

/**
 * One factor of the product that a grid is.
 *
 * @param axes what varies in it: one axis, or several in lockstep, all with equally many values
 */
record Dimension(List<Axis> axes) {

    Dimension {
        axes = List.copyOf(axes);
    }

    /** The axes of several dimensions in order. */
    static List<Axis> axes(List<Dimension> dimensions) {
        return dimensions.stream().flatMap(dimension -> dimension.axes().stream()).toList();
    }

    int size() {
        return axes.get(0).values().size();
    }
}
