package gridrun.page;

import gridrun.report.Figures;
import gridrun.trained.Npz;
import j2html.tags.DomContent;

/** The kernels of a convolution over its first channel, blue above 0 and orange below. */
final class FiltersPicture {

    private static final int MOST_FILTERS = 64;
    private static final int LARGEST_SIDE = 11;
    private static final int PIXEL = 14;
    private static final int GAP = 10;
    private static final int A_ROW = 8;

    private final Npz.Array weights;

    /** @param weights of the shape [height, width, channels, filters] */
    FiltersPicture(Npz.Array weights) {
        this.weights = weights;
    }

    /** Whether weights are those of a convolution whose filters can be seen. */
    static boolean canShow(Npz.Array weights) {
        int[] shape = weights.shape();
        return shape.length == 4 && shape[0] <= LARGEST_SIDE && shape[1] <= LARGEST_SIDE && shape[3] <= MOST_FILTERS
                && shape[0] * shape[1] > 1;
    }

    DomContent content() {
        int[] shape = weights.shape();
        int filters = shape[3];
        int width = shape[1] * PIXEL + GAP;
        int height = shape[0] * PIXEL + GAP;
        int rows = (filters + A_ROW - 1) / A_ROW;
        Svg svg = new Svg(Math.min(filters, A_ROW) * width, rows * height, "the %s of the first layer".formatted(
                Figures.counted(filters, "filter")));
        float largest = 0;
        for (float weight : weights.values()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        for (int filter = 0; filter < filters; filter++) {
            for (int row = 0; row < shape[0]; row++) {
                for (int column = 0; column < shape[1]; column++) {
                    float weight = weights.values()[((row * shape[1] + column) * shape[2]) * filters + filter];
                    svg.cell(filter % A_ROW * width + column * PIXEL, filter / A_ROW * height + row * PIXEL, PIXEL,
                            PIXEL, colour(weight, largest), Figures.significant(weight, 3));
                }
            }
        }
        return svg.sized(Math.min(filters, A_ROW) * width);
    }

    private static String colour(float weight, float largest) {
        long percent = largest == 0 ? 0 : Math.round(100.0 * Math.abs(weight) / largest);
        return "color-mix(in srgb, %s %d%%, var(--panel))".formatted(Palette.of(weight > 0 ? 0 : 1), percent);
    }
}
