package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Moves in both precisions; vectors would bring nothing. */
public final class PlainLayouts implements Layouts {

    @Override
    public void permute(Permutation permutation, Tensor x, Tensor y) {
        permute(permutation, x, y, 0, permutation.rows());
    }

    /** The same for rows {@code [from, to)} of the result. */
    public void permute(Permutation permutation, Tensor x, Tensor y, int from, int to) {
        int n = permutation.dimensions[3];
        int stride = permutation.strides[3];
        float[] xs = x.arena().floats(), ys = y.arena().floats();
        for (int row = from; row < to; row++) {
            int at = x.offset() + permutation.start(row);
            if (xs == null) {
                gather(x.arena().doubles(), at, stride, y.arena().doubles(), y.offset() + row * n, n);
            } else if (stride == 1) {
                System.arraycopy(xs, at, ys, y.offset() + row * n, n);
            } else {
                gather(xs, at, stride, ys, y.offset() + row * n, n);
            }
        }
    }

    private static void gather(float[] x, int xi, int stride, float[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] = x[xi + j * stride];
        }
    }

    private static void gather(double[] x, int xi, int stride, double[] y, int yi, int n) {
        for (int j = 0; j < n; j++) {
            y[yi + j] = x[xi + j * stride];
        }
    }
}
