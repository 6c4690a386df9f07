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

    int size() {
        return axes.get(0).values().size();
    }
}
