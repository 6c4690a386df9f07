package gridrun.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.XYDataset;

/**
 * A plot whose data have smooth edges, and nothing else has, for axes and grid are straight. It may have a line of text
 * above it, which takes its room from the plot and not from its lines.
 */
@SuppressWarnings("serial") // a plot is drawn, never written
final class DataPlot extends XYPlot {

    private static final long serialVersionUID = 1;
    private static final double HEIGHT = 22;

    private final String heading;

    /** @param heading null for none */
    DataPlot(String heading, XYDataset data, ValueAxis across, ValueAxis up, XYItemRenderer renderer) {
        super(data, across, up, renderer);
        this.heading = heading;
        Theme.style(this);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        if (heading == null) {
            super.draw(graphics, area, anchor, parent, info);
            return;
        }
        double left = getFixedRangeAxisSpace() == null ? 0 : getFixedRangeAxisSpace().getLeft();
        graphics.setFont(Theme.TEXT_FONT);
        graphics.setPaint(Theme.TEXT);
        graphics.drawString(heading, (float) (area.getX() + left), (float) (area.getY() + HEIGHT - 7));
        super.draw(graphics, new Rectangle2D.Double(
                area.getX(), area.getY() + HEIGHT, area.getWidth(), area.getHeight() - HEIGHT), anchor, parent, info);
    }

    @Override
    public boolean render(Graphics2D graphics, Rectangle2D area, int index, PlotRenderingInfo info,
            CrosshairState crosshair) {
        Plot.smooth(graphics, true);
        boolean isDrawn = super.render(graphics, area, index, info, crosshair);
        Plot.smooth(graphics, false);
        return isDrawn;
    }
}
