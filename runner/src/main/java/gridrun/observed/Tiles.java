package gridrun.observed;

import gridrun.tensor.Shape;
import java.util.List;

/**
 * Small images in groups: examples, or what a layer makes of one.
 *
 * @param groups from the top down
 */
public record Tiles(List<Group> groups) {

    /**
     * Images that share their scale.
     *
     * @param title what they are
     * @param signed whether 0 is the middle of the scale; else it goes from the least to the greatest value
     */
    public record Group(String title, boolean signed, List<Tile> tiles) {
    }

    /**
     * An image.
     *
     * @param caption below it; empty for none
     * @param shape {@code [height, width, 1]}, or {@code [height, width, 3]} for red, green and blue
     * @param values row-major
     */
    public record Tile(String caption, Shape shape, float[] values) {
    }
}
