package gridrun.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Lines in bands so pale that nobody sees whether their edges are smooth, which would take long. */
@SuppressWarnings("serial") // a plot is drawn, never written
final class BandRenderer extends DeviationRenderer {

    private static final long serialVersionUID = 1;
    private static final int BANDS = 0;

    BandRenderer() {
        super(true, false);
        setAlpha(1); // the paint is transparent, which is soon drawn
    }

    @Override
    public void drawItem(Graphics2D graphics, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot plot, ValueAxis across, ValueAxis up, XYDataset data, int series, int item,
            CrosshairState crosshair, int pass) {
        Plot.smooth(graphics, pass != BANDS);
        super.drawItem(graphics, state, area, info, plot, across, up, data, series, item, crosshair, pass);
    }
}
