package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.WIDEST;

import gridrun.kernel.Convolution;
import gridrun.kernel.Window;
import gridrun.tensor.Tensor;

/**
 * A convolution's weights for the gradient of its input: for each tap and filter a row of channels, and where in the
 * planes of dy they are needed.
 *
 * <p>With strides above 1 a pixel meets only some of the taps. Pixels fall into phases, by row and column modulo the
 * strides; each phase has its taps side by side.
 */
final class TurnedWeights {

    private float[] weights = new float[0];
    private int[] taps = new int[0];
    private int[] begins = new int[0];
    private int top;
    private int left;

    /** Prepares the taps of one group and the planes of dy, which are padded as far as any tap reaches. */
    void shape(Convolution g, Planes planes) {
        Window y = g.y(), x = g.x();
        top = -y.position(0, y.taps() - 1);
        left = -x.position(0, x.taps() - 1);
        planes.shape(g.groupFilters(), top, left, top + y.position(y.size() - 1, 0) + 1,
                left + x.position(x.size() - 1, 0) + 1, 1);
        int rows = y.taps() * x.taps() * g.groupFilters();
        if (taps.length < rows) {
            taps = new int[rows];
        }
        if (weights.length < rows * g.groupChannels() + 2 * WIDEST) {
            weights = new float[rows * g.groupChannels() + 2 * WIDEST];
        }
        if (begins.length < y.stride() * x.stride() + 1) {
            begins = new int[y.stride() * x.stride() + 1];
        }
        int tap = 0;
        for (int phase = 0; phase < y.stride() * x.stride(); phase++) {
            begins[phase] = tap;
            for (int ky = 0; ky < y.taps(); ky++) {
                for (int kx = 0; kx < x.taps(); kx++) {
                    if (isOf(phase, g, ky, kx)) {
                        int at = -(ky * y.dilation() / y.stride()) * planes.step() - kx * x.dilation() / x.stride();
                        for (int f = 0; f < g.groupFilters(); f++) {
                            taps[tap++] = at + planes.at(f, 0, 0);
                        }
                    }
                }
            }
        }
        begins[y.stride() * x.stride()] = tap;
    }

    private static boolean isOf(int phase, Convolution g, int ky, int kx) {
        return ky * g.y().dilation() % g.y().stride() == phase / g.x().stride()
                && kx * g.x().dilation() % g.x().stride() == phase % g.x().stride();
    }

    /** Takes over the weights of one group, in the order of the taps. */
    void fill(Convolution g, Tensor w, int group) {
        float[] from = w.arena().floats();
        int channels = g.groupChannels(), filters = g.groupFilters(), to = 0;
        for (int phase = 0; phase < g.y().stride() * g.x().stride(); phase++) {
            for (int ky = 0; ky < g.y().taps(); ky++) {
                for (int kx = 0; kx < g.x().taps(); kx++) {
                    if (isOf(phase, g, ky, kx)) {
                        int tap = w.offset() + (ky * g.x().taps() + kx) * channels * g.filters() + group * filters;
                        for (int f = 0; f < filters; f++) {
                            for (int c = 0; c < channels; c++) {
                                weights[to++] = from[tap + c * g.filters() + f];
                            }
                        }
                    }
                }
            }
        }
    }

    float[] weights() {
        return weights;
    }

    int[] taps() {
        return taps;
    }

    /** The phase of a pixel. */
    int phase(Convolution g, int iy, int ix) {
        return (iy + g.y().before()) % g.y().stride() * g.x().stride() + (ix + g.x().before()) % g.x().stride();
    }

    /** The first tap of a phase. */
    int begin(int phase) {
        return begins[phase];
    }

    /** Where in the planes the taps of a pixel are counted from. */
    int at(Convolution g, Planes planes, int iy, int ix) {
        return planes.at(0, top + (iy + g.y().before()) / g.y().stride(),
                left + (ix + g.x().before()) / g.x().stride());
    }
}
