package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;
import java.util.Arrays;

/** Tables in both precisions; the compiler makes vectors of these loops. */
public final class PlainLookups implements Lookups {

    private static final int NO_ROW = -1;

    @Override
    public void lookUp(Tensor ids, Tensor table, Tensor y) {
        lookUp(ids, table, y, 0, ids.size());
    }

    /** The same for ids {@code [from, to)}. */
    public void lookUp(Tensor ids, Tensor table, Tensor y, int from, int to) {
        int n = y.columns();
        for (int i = from; i < to; i++) {
            int row = row(ids, i, table.rows());
            int at = y.offset() + i * n;
            if (row == NO_ROW) {
                fill(y.arena(), at, at + n, Float.NaN);
            } else {
                System.arraycopy(array(table.arena()), table.offset() + row * n, array(y.arena()), at, n);
            }
        }
    }

    @Override
    public void lookUpGradient(Tensor ids, Tensor dy, Tensor dtable) {
        lookUpGradient(ids, dy, dtable, 0, dtable.columns());
    }

    /** The same for columns {@code [from, to)}. */
    public void lookUpGradient(Tensor ids, Tensor dy, Tensor dtable, int from, int to) {
        int n = dtable.columns();
        Arena into = dtable.arena();
        for (int at = dtable.offset() + from; at < dtable.offset() + dtable.size(); at += n) {
            fill(into, at, at + to - from, 0);
        }
        for (int i = 0; i < ids.size(); i++) {
            int row = row(ids, i, dtable.rows());
            int source = dy.offset() + i * n + from;
            int target = dtable.offset() + row * n + from;
            if (row == NO_ROW) {
                continue;
            }
            if (into.floats() != null) {
                add(dy.arena().floats(), source, into.floats(), target, to - from);
            } else {
                add(dy.arena().doubles(), source, into.doubles(), target, to - from);
            }
        }
    }

    private static int row(Tensor ids, int i, int rows) {
        double id = ids.get(i);
        return id >= 0 && id < rows && id == (int) id ? (int) id : NO_ROW;
    }

    private static Object array(Arena arena) {
        return arena.floats() != null ? arena.floats() : arena.doubles();
    }

    private static void fill(Arena arena, int from, int to, float value) {
        if (arena.floats() != null) {
            Arrays.fill(arena.floats(), from, to, value);
        } else {
            Arrays.fill(arena.doubles(), from, to, value);
        }
    }

    private static void add(float[] x, int xi, float[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] += x[xi + j];
        }
    }

    private static void add(double[] x, int xi, double[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] += x[xi + j];
        }
    }
}
