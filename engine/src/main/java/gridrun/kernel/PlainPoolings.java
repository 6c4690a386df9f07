package gridrun.kernel;

import gridrun.kernel.Pooling.Cover;
import gridrun.tensor.Tensor;

/** Poolings as plain loops, in either precision. */
final class PlainPoolings implements Poolings {

    /** What becomes of one channel of one window, or of one pixel. */
    private interface Element {
        void at(int n, int row, int column, int channel, int index);
    }

    private final Real real;

    PlainPoolings(Real real) {
        this.real = real;
    }

    private static void each(Pooling g, int rows, int columns, Element element) {
        for (int n = 0, index = 0; n < g.batch(); n++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    for (int c = 0; c < g.channels(); c++, index++) {
                        element.at(n, row, column, c, index);
                    }
                }
            }
        }
    }

    private static int input(Pooling g, int n, int iy, int ix, int c) {
        return ((n * g.y().size() + iy) * g.x().size() + ix) * g.channels() + c;
    }

    private static int output(Pooling g, int n, int oy, int ox, int c) {
        return ((n * g.y().positions() + oy) * g.x().positions() + ox) * g.channels() + c;
    }

    @Override
    public void max(Pooling g, Tensor x, Tensor y, Tensor taps) {
        Cover rows = g.rows(), columns = g.columns();
        each(g, g.y().positions(), g.x().positions(), (n, oy, ox, c, index) -> {
            double max = Double.NEGATIVE_INFINITY;
            int found = -1;
            for (int ky = rows.from()[oy]; ky < rows.to()[oy]; ky++) {
                for (int kx = columns.from()[ox]; kx < columns.to()[ox]; kx++) {
                    double pixel = x.get(input(g, n, g.y().element(oy, ky), g.x().element(ox, kx), c));
                    if (found < 0 || pixel > max || Double.isNaN(pixel)) {
                        max = pixel;
                        found = ky * g.x().taps() + kx;
                    }
                }
            }
            y.set(index, max);
            taps.set(index, found);
        });
    }

    @Override
    public void maxGradient(Pooling g, Tensor dy, Tensor taps, Tensor dx) {
        Cover rows = g.rows(), columns = g.columns();
        each(g, g.y().size(), g.x().size(), (n, iy, ix, c, index) -> {
            double sum = 0;
            for (int oy = rows.first()[iy]; oy < rows.end()[iy]; oy++) {
                for (int ox = columns.first()[ix]; ox < columns.end()[ix]; ox++) {
                    int tap = (iy - g.y().element(oy, 0)) * g.x().taps() + ix - g.x().element(ox, 0);
                    int window = output(g, n, oy, ox, c);
                    sum = taps.get(window) == tap ? real.add(sum, dy.get(window)) : sum;
                }
            }
            dx.set(index, sum);
        });
    }

    @Override
    public void average(Pooling g, Tensor x, Tensor y) {
        Cover rows = g.rows(), columns = g.columns();
        each(g, g.y().positions(), g.x().positions(), (n, oy, ox, c, index) -> {
            double sum = 0;
            for (int ky = rows.from()[oy]; ky < rows.to()[oy]; ky++) {
                for (int kx = columns.from()[ox]; kx < columns.to()[ox]; kx++) {
                    sum = real.add(sum, x.get(input(g, n, g.y().element(oy, ky), g.x().element(ox, kx), c)));
                }
            }
            y.set(index, real.divide(sum, g.count(oy, ox)));
        });
    }

    @Override
    public void averageGradient(Pooling g, Tensor dy, Tensor dx) {
        Cover rows = g.rows(), columns = g.columns();
        each(g, g.y().size(), g.x().size(), (n, iy, ix, c, index) -> {
            double sum = 0;
            for (int oy = rows.first()[iy]; oy < rows.end()[iy]; oy++) {
                for (int ox = columns.first()[ix]; ox < columns.end()[ix]; ox++) {
                    sum = real.add(sum, real.divide(dy.get(output(g, n, oy, ox, c)), g.count(oy, ox)));
                }
            }
            dx.set(index, sum);
        });
    }
}
