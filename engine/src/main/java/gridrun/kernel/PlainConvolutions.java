package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Convolutions as plain loops, in either precision. */
final class PlainConvolutions implements Convolutions {

    private final Real real;

    PlainConvolutions(Real real) {
        this.real = real;
    }

    @Override
    public void forward(Convolution g, Tensor x, Tensor w, Tensor b, Tensor y) {
        for (int n = 0, out = 0; n < g.batch(); n++) {
            for (int oy = 0; oy < g.y().positions(); oy++) {
                for (int ox = 0; ox < g.x().positions(); ox++) {
                    for (int f = 0; f < g.filters(); f++, out++) {
                        y.set(out, chain(g, x, w, b == null ? 0 : b.get(f), n, oy, ox, f));
                    }
                }
            }
        }
    }

    private double chain(Convolution g, Tensor x, Tensor w, double start, int n, int oy, int ox, int f) {
        int channels = g.groupChannels();
        int first = f / g.groupFilters() * channels;
        double chain = start;
        for (int ky = 0, tap = 0; ky < g.y().taps(); ky++) {
            for (int kx = 0; kx < g.x().taps(); kx++) {
                for (int c = 0; c < channels; c++, tap++) {
                    double pixel = pixel(g, x, n, g.y().element(oy, ky), g.x().element(ox, kx), first + c);
                    chain = real.fma(pixel, w.get(tap * g.filters() + f), chain);
                }
            }
        }
        return chain;
    }

    private static double pixel(Convolution g, Tensor x, int n, int iy, int ix, int c) {
        return g.y().has(iy) && g.x().has(ix)
                ? x.get(((n * g.y().size() + iy) * g.x().size() + ix) * g.channels() + c) : 0;
    }

    @Override
    public void weightGradient(Convolution g, Tensor x, Tensor dy, Tensor dw, Tensor db) {
        for (int ky = 0, out = 0; ky < g.y().taps(); ky++) {
            for (int kx = 0; kx < g.x().taps(); kx++) {
                for (int c = 0; c < g.groupChannels(); c++) {
                    for (int f = 0; f < g.filters(); f++, out++) {
                        dw.set(out, chain(g, x, dy, ky, kx, f / g.groupFilters() * g.groupChannels() + c, f));
                    }
                }
            }
        }
        for (int f = 0; db != null && f < g.filters(); f++) {
            db.set(f, sum(g, dy, f));
        }
    }

    private double sum(Convolution g, Tensor dy, int f) {
        double sum = 0;
        for (int at = f; at < g.output().size(); at += g.filters()) {
            sum = real.add(sum, dy.get(at));
        }
        return sum;
    }

    private double chain(Convolution g, Tensor x, Tensor dy, int ky, int kx, int c, int f) {
        double chain = 0;
        for (int n = 0, at = f; n < g.batch(); n++) {
            for (int oy = 0; oy < g.y().positions(); oy++) {
                for (int ox = 0; ox < g.x().positions(); ox++, at += g.filters()) {
                    double pixel = pixel(g, x, n, g.y().element(oy, ky), g.x().element(ox, kx), c);
                    chain = real.fma(pixel, dy.get(at), chain);
                }
            }
        }
        return chain;
    }

    @Override
    public void inputGradient(Convolution g, Tensor dy, Tensor w, Tensor dx) {
        for (int n = 0, out = 0; n < g.batch(); n++) {
            for (int iy = 0; iy < g.y().size(); iy++) {
                for (int ix = 0; ix < g.x().size(); ix++) {
                    for (int c = 0; c < g.channels(); c++, out++) {
                        dx.set(out, gradient(g, dy, w, n, iy, ix, c));
                    }
                }
            }
        }
    }

    private double gradient(Convolution g, Tensor dy, Tensor w, int n, int iy, int ix, int c) {
        double chain = 0;
        for (int ky = 0; ky < g.y().taps(); ky++) {
            for (int kx = 0; kx < g.x().taps(); kx++) {
                if (g.y().meets(iy, ky) && g.x().meets(ix, kx)) {
                    chain = gradient(g, dy, w, n, g.y().position(iy, ky), g.x().position(ix, kx),
                            (ky * g.x().taps() + kx) * g.groupChannels() + c % g.groupChannels(),
                            c / g.groupChannels() * g.groupFilters(), chain);
                }
            }
        }
        return chain;
    }

    /** Continues a chain over the filters of one group at one position, with the weights of one tap. */
    private double gradient(Convolution g, Tensor dy, Tensor w, int n, int oy, int ox, int tap, int first,
            double start) {
        boolean inside = oy >= 0 && oy < g.y().positions() && ox >= 0 && ox < g.x().positions();
        int at = ((n * g.y().positions() + oy) * g.x().positions() + ox) * g.filters();
        double chain = start;
        for (int f = first; f < first + g.groupFilters(); f++) {
            chain = real.fma(inside ? dy.get(at + f) : 0, w.get(tap * g.filters() + f), chain);
        }
        return chain;
    }
}
