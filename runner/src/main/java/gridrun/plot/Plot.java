package gridrun.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** A picture that is laid out. One drawing is behind all that it can be written as. */
public final class Plot {

    /** Pixels a unit of length. */
    static final int SCALE = 2;

    private final int width;
    private final int height;
    private final int scale;
    private final Consumer<Graphics2D> drawing;

    /** @param drawing draws it, as often as it is asked, on white paper from (0, 0) to (width, height) */
    Plot(int width, int height, Consumer<Graphics2D> drawing) {
        this(width, height, SCALE, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            drawing.accept(graphics);
        });
    }

    private Plot(int width, int height, int scale, Consumer<Graphics2D> drawing) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.drawing = drawing;
    }

    /** The same with a pixel a unit: a quarter of the work and of the bytes, for pictures of which there are many. */
    Plot coarse() {
        return new Plot(width, height, 1, drawing);
    }

    /** The picture as a file of this format. */
    public byte[] in(PictureFormat format) {
        return switch (format) {
            case PNG -> png();
            case SVG -> svg();
        };
    }

    /** As PNG; equal pictures have equal bytes on one machine. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image, scale);
        drawing.accept(graphics);
        graphics.dispose();
        return Png.bytes(image);
    }

    /** As SVG, of the same layout; equal pictures have equal bytes on one machine. */
    public byte[] svg() {
        return SvgCanvas.draw(width, height, drawing);
    }

    /** What measures letters as they are drawn: at another scale they would be wider or narrower. */
    static Graphics2D measure() {
        return graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), SCALE);
    }

    private static Graphics2D graphics(BufferedImage image, int scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
