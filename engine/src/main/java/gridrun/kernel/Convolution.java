package gridrun.kernel;

import gridrun.tensor.Shape;

/**
 * The geometry of a convolution: which pixels each filter reads where.
 *
 * @param batch images
 * @param y the window along the height
 * @param x the window along the width
 * @param channels of the images
 * @param filters channels of the result
 * @param groups parts into which channels and filters fall, in order; a filter reads the channels of its own part
 */
public record Convolution(int batch, Window y, Window x, int channels, int filters, int groups) {

    /** {@code [batch, height, width, channels]}. */
    public Shape input() {
        return Shape.of(batch, y.size(), x.size(), channels);
    }

    /** {@code [kernel height, kernel width, channels / groups, filters]}. */
    public Shape weights() {
        return Shape.of(y.taps(), x.taps(), groupChannels(), filters);
    }

    /** {@code [batch, result height, result width, filters]}. */
    public Shape output() {
        return Shape.of(batch, y.positions(), x.positions(), filters);
    }

    /** Channels that one filter reads. */
    public int groupChannels() {
        return channels / groups;
    }

    /** Filters that one channel feeds. */
    public int groupFilters() {
        return filters / groups;
    }

    /** Products in one element of the result. */
    public int chain() {
        return y.taps() * x.taps() * groupChannels();
    }
}
