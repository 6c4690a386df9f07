package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Stretches and their sums in both precisions; vectors would bring little beside the memory's speed. */
public final class PlainBroadcasts implements Broadcasts {

    @Override
    public void stretch(Broadcasting broadcasting, Tensor x, Tensor y) {
        stretch(broadcasting, x, y, 0, y.size() / broadcasting.columns());
    }

    /** The same for rows {@code [from, to)} of y. */
    public void stretch(Broadcasting broadcasting, Tensor x, Tensor y, int from, int to) {
        int n = broadcasting.columns();
        int step = broadcasting.step();
        for (int row = from; row < to; row++) {
            int start = broadcasting.start(row);
            if (x.arena().floats() == null) {
                stretch(x.arena().doubles(), x.offset() + start, step, y.arena().doubles(), y.offset() + row * n, n);
            } else {
                stretch(x.arena().floats(), x.offset() + start, step, y.arena().floats(), y.offset() + row * n, n);
            }
        }
    }

    private static void stretch(float[] x, int xi, int step, float[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] = x[xi + j * step];
        }
    }

    private static void stretch(double[] x, int xi, int step, double[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] = x[xi + j * step];
        }
    }

    @Override
    public void sum(Broadcasting broadcasting, Tensor dy, Tensor dx) {
        int n = broadcasting.columns();
        int step = broadcasting.step();
        dx.fill(0);
        for (int row = 0; row < dy.size() / n; row++) {
            int start = broadcasting.start(row);
            if (dx.arena().floats() == null) {
                sum(dy.arena().doubles(), dy.offset() + row * n, dx.arena().doubles(), dx.offset() + start, step, n);
            } else {
                sum(dy.arena().floats(), dy.offset() + row * n, dx.arena().floats(), dx.offset() + start, step, n);
            }
        }
    }

    private static void sum(float[] dy, int dyi, float[] dx, int dxi, int step, int n) {
        for (int j = 0; j < n; j++) {
            dx[dxi + j * step] += dy[dyi + j];
        }
    }

    private static void sum(double[] dy, int dyi, double[] dx, int dxi, int step, int n) {
        for (int j = 0; j < n; j++) {
            dx[dxi + j * step] += dy[dyi + j];
        }
    }
}
