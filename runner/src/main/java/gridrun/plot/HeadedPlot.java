package gridrun.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.XYDataset;

/** A plot with a line of text above it, which takes its room from the plot and not from its lines. */
@SuppressWarnings("serial") // a plot is drawn, never written
final class HeadedPlot extends XYPlot {

    private static final long serialVersionUID = 1;
    private static final double HEIGHT = 22;

    private final String heading;

    HeadedPlot(String heading, XYDataset data, ValueAxis axis, XYItemRenderer renderer) {
        super(data, null, axis, renderer);
        this.heading = heading;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        double left = getFixedRangeAxisSpace() == null ? 0 : getFixedRangeAxisSpace().getLeft();
        graphics.setFont(Theme.TEXT_FONT);
        graphics.setPaint(Theme.TEXT);
        graphics.drawString(heading, (float) (area.getX() + left), (float) (area.getY() + HEIGHT - 7));
        super.draw(graphics, new Rectangle2D.Double(
                area.getX(), area.getY() + HEIGHT, area.getWidth(), area.getHeight() - HEIGHT), anchor, parent, info);
    }
}
