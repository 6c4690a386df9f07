package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.WIDEST;

import gridrun.kernel.Convolution;
import gridrun.kernel.Convolutions;
import gridrun.kernel.Window;
import gridrun.tensor.Tensor;
import java.util.Arrays;

/**
 * Convolutions as tiles of outer products over {@link Planes}, one image at a time; no matrix of columns is ever made.
 *
 * <p>Strides, dilation and groups only change where a tap lies, so one kind of tile serves them all. A team divides
 * images, or rows of few images, and taps of the weights' gradient.
 */
final class VectorConvolutions implements Convolutions {

    private final Team team;
    private final Planes planes = new Planes();
    private final PixelRows rows = new PixelRows();
    private final TapSums sums = new TapSums();
    private final TurnedWeights turned = new TurnedWeights();
    private int[] taps = new int[0];
    private int[] positions = new int[0];
    private float[] start = new float[0];

    VectorConvolutions(Team team) {
        this.team = team;
    }

    private boolean isSmall(Convolution g) {
        return team.isSmall((long) g.batch() * g.y().positions() * g.x().positions() * g.filters(), g.chain());
    }

    /** Each member copies the images it reads, so whole images are divided where there are enough. */
    private int unit(Convolution g, int rows) {
        return g.batch() >= team.size() ? rows : 1;
    }

    @Override
    public void forward(Convolution g, Tensor x, Tensor w, Tensor b, Tensor y) {
        if (isSmall(g)) {
            forward(g, x, w, b, y, 0, g.batch() * g.y().positions());
        } else {
            int rows = g.y().positions();
            team.share(g.batch() * rows, unit(g, rows),
                    (member, from, to) -> member.convolutions.forward(g, x, w, b, y, from, to));
        }
    }

    @Override
    public void weightGradient(Convolution g, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        if (isSmall(g)) {
            weightGradient(g, x, dy, dw, db, 0, g.chain());
        } else {
            team.share(g.chain(), TapTiles.TAPS,
                    (member, from, to) -> member.convolutions.weightGradient(g, x, dy, dw, db, from, to));
        }
    }

    @Override
    public void inputGradient(Convolution g, Tensor dy, Tensor w, Tensor dx) {
        if (isSmall(g)) {
            inputGradient(g, dy, w, dx, 0, g.batch() * g.y().size());
        } else {
            int rows = g.y().size();
            team.share(g.batch() * rows, unit(g, rows),
                    (member, from, to) -> member.convolutions.inputGradient(g, dy, w, dx, from, to));
        }
    }

    /** Rows {@code [from, to)} of y, those of all images counted. */
    void forward(Convolution g, Tensor x, Tensor w, Tensor b, Tensor y, int from, int to) {
        int filters = g.groupFilters(), width = g.x().positions(), height = g.y().positions();
        shapeForInput(g);
        for (int group = 0; group < g.groups(); group++) {
            begin(b, group * filters, filters);
            rows.operands(planes.values(), taps, w.arena().floats(), w.offset() + group * filters, g.filters(), start,
                    filters);
            boolean pairs = g.groups() == 1 && rows.prefersPairs(g.chain());
            for (int row = from; row < to; row++) {
                if (row == from || row % height == 0) {
                    copyInput(g, x, row / height, group);
                }
                int into = y.offset() + row * width * g.filters() + group * filters;
                if (pairs && row + 1 < to && row % height + 1 < height) {
                    int second = g.y().stride() * planes.step();
                    rows.computePair(g.chain(), row % height * second, second, width, y.arena().floats(), into,
                            width * filters);
                    row++;
                    continue;
                }
                rows.compute(0, g.chain(), row % height * g.y().stride() * planes.step(), width,
                        y.arena().floats(), into, g.filters(), y.offset() + to * width * g.filters());
            }
        }
    }

    /** Rows {@code [from, to)} of dw as the matrix {@code [chain, filters]}, and db with row 0. */
    void weightGradient(Convolution g, Tensor x, Tensor dy, Tensor dw, Tensor db, int from, int to) {
        int filters = g.groupFilters(), count = g.y().positions() * g.x().positions();
        boolean whole = g.groups() == 1, biased = db != null && from == 0;
        if (whole) {
            shapeForPixels(g);
        } else {
            shapeForInput(g);
        }
        Arrays.fill(taps, g.chain(), TapSums.room(g.chain()), 0);
        int apart = whole ? g.x().stride() * g.channels() : 1;
        locatePositions(g, count, apart);
        for (int group = 0; group < g.groups(); group++) {
            sums.begin(taps, from, to, filters, apart == 1 && g.x().positions() % 2 == 0, biased);
            for (int n = 0; n < g.batch(); n++) {
                if (whole) {
                    copyPixels(g, x, n);
                } else {
                    copyInput(g, x, n, group);
                }
                sums.add(planes.values(), positions, count,
                        dy.arena().floats(), dy.offset() + n * count * g.filters() + group * filters, g.filters());
            }
            sums.end(dw.arena().floats(), dw.offset() + from * g.filters() + group * filters, g.filters());
            if (biased) {
                sums.endRows(db.arena().floats(), db.offset() + group * filters);
            }
        }
    }

    /** Rows {@code [from, to)} of dx, those of all images counted. */
    void inputGradient(Convolution g, Tensor dy, Tensor w, Tensor dx, int from, int to) {
        Window y = g.y(), x = g.x();
        int channels = g.groupChannels(), filters = g.groupFilters();
        turned.shape(g, planes);
        begin(null, 0, channels);
        for (int group = 0; group < g.groups(); group++) {
            turned.fill(g, w, group);
            rows.operands(planes.values(), turned.taps(), turned.weights(), 0, channels, start, channels);
            boolean pairs = g.groups() == 1 && y.stride() == 1 && x.stride() == 1 && rows.prefersPairs(turned.begin(1));
            for (int row = from; row < to; row++) {
                if (row == from || row % y.size() == 0) {
                    int image = dy.offset() + row / y.size() * y.positions() * x.positions() * g.filters();
                    planes.copy(dy.arena().floats(), image + group * filters, y.positions(), x.positions(),
                            g.filters());
                }
                int into = dx.offset() + row * x.size() * g.channels() + group * channels;
                if (pairs && row + 1 < to && row % y.size() + 1 < y.size()) {
                    rows.computePair(turned.begin(1), turned.at(g, planes, row % y.size(), 0), planes.step(), x.size(),
                            dx.arena().floats(), into, x.size() * channels);
                    row++;
                    continue;
                }
                inputRow(g, row % y.size(), dx.arena().floats(), into, dx.offset() + to * x.size() * g.channels());
            }
        }
    }

    /** One row of one group's channels: all columns that meet the same taps at a time. */
    private void inputRow(Convolution g, int iy, float[] dx, int into, int end) {
        int stride = g.x().stride();
        for (int first = 0; first < Math.min(stride, g.x().size()); first++) {
            int phase = turned.phase(g, iy, first);
            rows.compute(turned.begin(phase), turned.begin(phase + 1) - turned.begin(phase),
                    turned.at(g, planes, iy, first),
                    (g.x().size() - first + stride - 1) / stride,
                    dx, into + first * g.channels(), stride * g.channels(), end);
        }
    }

    private void shapeForInput(Convolution g) {
        Window y = g.y(), x = g.x();
        planes.shape(g.groupChannels(), y.before(), x.before(), y.span(), x.span(), x.stride());
        int tap = 0;
        makeRoomForTaps(g);
        for (int ky = 0; ky < y.taps(); ky++) {
            for (int kx = 0; kx < x.taps(); kx++) {
                for (int c = 0; c < g.groupChannels(); c++) {
                    taps[tap++] = planes.at(c, ky * y.dilation(), kx * x.dilation());
                }
            }
        }
    }

    private void makeRoomForTaps(Convolution g) {
        if (taps.length < TapSums.room(g.chain())) {
            taps = new int[TapSums.room(g.chain())];
        }
    }

    /** One plane of whole pixels: the channels stay side by side. */
    private void shapeForPixels(Convolution g) {
        int channels = g.channels(), tap = 0;
        planes.shape(1, g.y().before(), g.x().before() * channels, g.y().span(), g.x().span() * channels, 1);
        makeRoomForTaps(g);
        for (int ky = 0; ky < g.y().taps(); ky++) {
            for (int kx = 0; kx < g.x().taps(); kx++) {
                for (int c = 0; c < channels; c++) {
                    taps[tap++] = planes.at(0, ky * g.y().dilation(), kx * g.x().dilation() * channels + c);
                }
            }
        }
    }

    private void copyPixels(Convolution g, Tensor x, int n) {
        int row = g.x().size() * g.channels();
        planes.copy(x.arena().floats(), x.offset() + n * g.y().size() * row, g.y().size(), row, 1);
    }

    private void locatePositions(Convolution g, int count, int apart) {
        if (positions.length < count) {
            positions = new int[count];
        }
        for (int oy = 0, p = 0; oy < g.y().positions(); oy++) {
            for (int ox = 0; ox < g.x().positions(); ox++) {
                positions[p++] = oy * g.y().stride() * planes.step() + ox * apart;
            }
        }
    }

    private void copyInput(Convolution g, Tensor x, int n, int group) {
        int image = x.offset() + n * g.y().size() * g.x().size() * g.channels();
        planes.copy(x.arena().floats(), image + group * g.groupChannels(), g.y().size(), g.x().size(), g.channels());
    }

    private void begin(Tensor bias, int from, int n) {
        if (start.length < n + 2 * WIDEST) {
            start = new float[n + 2 * WIDEST];
        }
        if (bias == null) {
            Arrays.fill(start, 0, n, 0);
        } else {
            System.arraycopy(bias.arena().floats(), bias.offset() + from, start, 0, n);
        }
    }
}
