package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Quotients in both precisions; the processor divides no faster in vectors that are written by hand. */
public final class PlainQuotients implements Quotients {

    @Override
    public void divide(Tensor a, Tensor b, Tensor c) {
        divide(a, b, c, 0, c.size());
    }

    /** The same for elements {@code [from, to)}. */
    public void divide(Tensor a, Tensor b, Tensor c, int from, int to) {
        if (c.arena().floats() == null) {
            divide(a.arena().doubles(), a.offset(), b.arena().doubles(), b.offset(), c.arena().doubles(), c.offset(), from, to);
        } else {
            divide(a.arena().floats(), a.offset(), b.arena().floats(), b.offset(), c.arena().floats(), c.offset(), from, to);
        }
    }

    private static void divide(float[] a, int ai, float[] b, int bi, float[] c, int ci, int from, int to) {
        for (int i = from; i < to; i++) {
            c[ci + i] = a[ai + i] / b[bi + i];
        }
    }

    private static void divide(double[] a, int ai, double[] b, int bi, double[] c, int ci, int from, int to) {
        for (int i = from; i < to; i++) {
            c[ci + i] = a[ai + i] / b[bi + i];
        }
    }
}
