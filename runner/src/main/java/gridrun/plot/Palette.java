package gridrun.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The colours of a picture that is drawn in few: a byte a pixel from the beginning is a third of the work, and smooth
 * edges of few colours are a small file.
 */
final class Palette {

    /** As many as a byte tells apart. */
    static final int MOST = 256;

    private final int[] colours;
    private final IndexColorModel model;

    /** @param colours RGB, {@value #MOST} different ones at most */
    Palette(IntStream colours) {
        this.colours = colours.map(colour -> colour & 0xFFFFFF).distinct().toArray();
        this.model = new IndexColorModel(Byte.SIZE, this.colours.length, this.colours, 0, false, -1, 0);
    }

    /** Whatever is drawn there gets the nearest of the colours. */
    BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    }

    /** The place of what is nearest to a colour. */
    byte nearest(int red, int green, int blue) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int distance = Math.abs((colours[i] >> 16) - red) + Math.abs((colours[i] >> 8 & 0xFF) - green)
                    + Math.abs((colours[i] & 0xFF) - blue);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return (byte) nearest;
    }

    byte nearest(Color colour) {
        return nearest(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /** Of an image of this kind, RGB. */
    static int[] colours(BufferedImage image) {
        IndexColorModel model = (IndexColorModel) image.getColorModel();
        int[] colours = new int[model.getMapSize()];
        model.getRGBs(colours);
        return Arrays.stream(colours).map(colour -> colour & 0xFFFFFF).toArray();
    }
}
