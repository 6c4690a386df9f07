package gridrun.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Colours, lines and letters of the charts. */
final class Theme {

    /** Okabe and Ito, Color universal design, 2008, without its yellow, which is too pale for lines. */
    private static final Color[] PALETTE = {
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0xE69F00), new Color(0x56B4E9), new Color(0x333333), new Color(0x8C510A),
    };
    static final Color TEXT = new Color(0x333333);
    private static final Color GRID = new Color(0xE4E4E4);
    static final Color TRANSPARENT = new Color(0, true);
    static final float BAND_OPACITY = 0.16f;
    static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Shape POINT = new Ellipse2D.Double(-3, -3, 6, 6);
    static final BasicStroke DASHES =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);

    private Theme() {
    }

    /** A place in the palette; beyond its end it begins anew. */
    static Color colour(int index) {
        return PALETTE[index % PALETTE.length];
    }

    /** A colour on white paper, from nothing at 0 to the whole at 1. */
    static Color shade(Color colour, double strength) {
        return new Color(mixed(colour.getRed(), strength), mixed(colour.getGreen(), strength),
                mixed(colour.getBlue(), strength));
    }

    private static int mixed(int channel, double strength) {
        return (int) Math.rint(255 + (channel - 255) * strength);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static TextTitle title(String text, int style, int size) {
        TextTitle title = new TextTitle(text, font(style, size));
        title.setPaint(TEXT);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPosition(RectangleEdge.TOP);
        title.setPadding(0, 4, 5, 0);
        return title;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(font(Font.PLAIN, 13));
        axis.setTickLabelFont(font(Font.PLAIN, 11));
        axis.setLabelPaint(TEXT);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(Color.GRAY);
        axis.setTickMarkPaint(Color.GRAY);
    }

    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void style(CategoryPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /** A legend below the plots, without a frame. */
    static LegendTitle legend(Plot plots) {
        LegendTitle legend = new LegendTitle(plots);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(font(Font.PLAIN, 12));
        legend.setItemPaint(TEXT);
        legend.setItemLabelPadding(new RectangleInsets(2, 5, 2, 14));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
