package gridrun.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A picture that is laid out. One drawing is behind all that it can be written as. */
public final class Plot {

    /** Pixels a unit of length. */
    static final int SCALE = 2;

    private final int width;
    private final int height;
    private final Consumer<Graphics2D> drawing;
    /** As pixels. */
    private final Supplier<BufferedImage> pixels;

    /** @param drawing draws it, as often as it is asked, on white paper from (0, 0) to (width, height) */
    Plot(int width, int height, Consumer<Graphics2D> drawing) {
        this.width = width;
        this.height = height;
        this.drawing = graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            drawing.accept(graphics);
        };
        this.pixels = () -> drawn(new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB), SCALE);
    }

    private Plot(Plot shapes, Supplier<BufferedImage> pixels) {
        this.width = shapes.width;
        this.height = shapes.height;
        this.drawing = shapes.drawing;
        this.pixels = pixels;
    }

    /**
     * The same with another drawing for pixels: one in few colours with a pixel a unit, which is a small part of the
     * work and of the bytes, for pictures of which there are many.
     */
    Plot coarse(Palette palette, Plot other) {
        return new Plot(this, () -> other.drawn(palette.image(width, height), 1));
    }

    /**
     * The same with a pixel a unit: a quarter of the work and of the bytes, for pictures of which there are many. The
     * letters keep the widths that they were laid out with.
     */
    Plot small() {
        return new Plot(this, () -> {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = graphics(image, 1);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            return drawn(image, graphics);
        });
    }

    private BufferedImage drawn(BufferedImage image, int scale) {
        return drawn(image, graphics(image, scale));
    }

    private BufferedImage drawn(BufferedImage image, Graphics2D graphics) {
        drawing.accept(graphics);
        graphics.dispose();
        return image;
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
        return Png.bytes(pixels.get());
    }

    /** As SVG, of the same layout; equal pictures have equal bytes on one machine. */
    public byte[] svg() {
        return SvgCanvas.draw(width, height, drawing);
    }

    /** What measures letters as they are drawn: at another scale they would be wider or narrower. */
    static Graphics2D measure() {
        return graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), SCALE);
    }

    /** Whether what is drawn from now on has smooth edges, letters apart: straight lines are sharp, and soon drawn. */
    static void smooth(Graphics2D graphics, boolean on) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    private static Graphics2D graphics(BufferedImage image, int scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
