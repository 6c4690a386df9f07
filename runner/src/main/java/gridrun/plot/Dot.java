package gridrun.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/**
 * How examples are drawn: a disc of the class's colour in a ring, so that it stands out on any ground.
 *
 * @param radius of the disc
 * @param ring how wide the ring is
 * @param edge the ring's colour
 */
record Dot(double radius, double ring, Color edge) {

    /** So few that larger ones leave each other room. */
    private static final int FEW = 150;
    private static final double LARGE = 4;
    private static final double SMALL = 3;

    /** An example of the training part. */
    static Dot training(int examples) {
        return new Dot(examples <= FEW ? LARGE : SMALL, 1, Color.WHITE);
    }

    /** An example of the validation part. */
    static Dot validation(int examples) {
        return new Dot(examples <= FEW ? LARGE : SMALL, 1.6, Theme.TEXT);
    }

    /** In the middle of pixels, where all of a colour are alike: that makes a file a third as large. */
    void draw(Graphics2D graphics, double x, double y, Color colour) {
        Plot.smooth(graphics, true);
        disc(graphics, Math.rint(x), Math.rint(y), radius + ring, edge);
        disc(graphics, Math.rint(x), Math.rint(y), radius, colour);
        Plot.smooth(graphics, false);
    }

    private static void disc(Graphics2D graphics, double x, double y, double radius, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
