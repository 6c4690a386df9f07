package gridrun.experiment;

import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a grid, each an axis' value for every axis: the first dimension varies slowest. */
final class Cells {

    /** More runs than this are taken for a mistake. */
    static final int MOST = 100_000;

    private static final long FAR_TOO_MANY = 1L << 40;

    private Cells() {
    }

    /** The number of cells, or more than {@link #MOST} where they are too many. */
    static long count(List<Dimension> dimensions) {
        long count = 1;
        for (Dimension dimension : dimensions) {
            count = Math.min(FAR_TOO_MANY, count * dimension.size());
        }
        return count;
    }

    /** All cells in order; one without a value where nothing varies. */
    static List<Map<Axis, Tree>> of(List<Dimension> dimensions) {
        List<Map<Axis, Tree>> cells = new ArrayList<>();
        int[] at = new int[dimensions.size()];
        do {
            Map<Axis, Tree> cell = new LinkedHashMap<>();
            for (int i = 0; i < at.length; i++) {
                for (Axis axis : dimensions.get(i).axes()) {
                    cell.put(axis, axis.values().get(at[i]));
                }
            }
            cells.add(cell);
        } while (advance(at, dimensions));
        return cells;
    }

    private static boolean advance(int[] at, List<Dimension> dimensions) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (++at[i] < dimensions.get(i).size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }
}
