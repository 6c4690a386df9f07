package gridrun.plot;

import gridrun.chart.Look;
import gridrun.chart.TickLabels;
import gridrun.chart.Ticks;
import gridrun.report.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;

/** Colours, lines and letters of the charts. */
final class Theme {

    /** Okabe and Ito, Color universal design, 2008, without its yellow, which is too pale for lines. */
    private static final Color[] PALETTE = {
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0xE69F00), new Color(0x56B4E9), new Color(0x333333), new Color(0x8C510A),
    };
    /** From light to dark: Brewer, ColorBrewer, 2013, the sequential blues without the palest. */
    private static final Color[] ORDER = {
        new Color(0x9ECAE1), new Color(0x6BAED6), new Color(0x3182BD), new Color(0x08519C), new Color(0x08306B),
    };
    static final Color REST = new Color(0xC4C4C4);
    /** As a share of the circle. */
    private static final double GOLDEN_ANGLE = (3 - Math.sqrt(5)) / 2;
    static final Color TEXT = new Color(0x333333);
    static final Color GRID = new Color(0xE4E4E4);
    /** Of 255. */
    private static final int OPACITY_OF_BAND = 41;
    /** Letters are read in a picture of half the size, too. */
    static final Font TITLE = font(Font.BOLD, 19);
    static final Font SMALL_TITLE = font(Font.BOLD, 16);
    static final Font NAME = font(Font.PLAIN, 16);
    static final Font TEXT_FONT = font(Font.PLAIN, 15);
    static final Font TICK = font(Font.PLAIN, 14);
    static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke THIN_LINE = new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** Of a line that has its turn with others, in pixels. */
    private static final float DASH = 7;
    /** One for each value of an axis; the first is a whole line. */
    private static final float[][] PATTERNS = {null, {9, 5}, {2, 4}, {10, 4, 2, 4}};
    static final Shape CROSS = ShapeUtils.createDiagonalCross(3.6f, 0.6f);
    /** Its tip is at the place. */
    static final Shape TRIANGLE = new Polygon(new int[] {0, 8, 8}, new int[] {0, -4, 4}, 3);
    static final Shape POINT = new Ellipse2D.Double(-3, -3, 6, 6);
    static final Shape SMALL_POINT = new Ellipse2D.Double(-1.5, -1.5, 3, 3);
    static final BasicStroke DASHES =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);

    /** Figures beside bars. */
    static final NumberFormat ONE_DECIMAL = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private Theme() {
    }

    /** The stroke of one among lines that lie upon one another: each has its turn. */
    static BasicStroke dashed(int line, int lines) {
        return new BasicStroke(LINE.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                new float[] {DASH, DASH * (lines - 1)}, DASH * (lines - line));
    }

    /** The stroke of a look. */
    static BasicStroke stroke(Look look) {
        return look.isRest() ? THIN_LINE : look.dash() == 0 ? LINE
                : new BasicStroke(LINE.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                        PATTERNS[look.dash()], 0);
    }

    /** The colour of a look. */
    static Color colour(Look look) {
        return look.isRest() ? REST : look.place() == null ? colour(look.colour()) : ordered(look.place());
    }

    /** From light at 0 to dark at 1. */
    private static Color ordered(double place) {
        double at = place * (ORDER.length - 1);
        int below = (int) Math.min(ORDER.length - 2, at);
        return blended(ORDER[below], ORDER[below + 1], at - below);
    }

    /** At most so many ticks from one end of an axis to the other. */
    static NumberTickUnit ticks(double low, double high, int most) {
        return ticksApart(low, high, Ticks.step(low, high, most));
    }

    /** Ticks so far apart, each as short as it is right, and never a number of forty digits. */
    static NumberTickUnit ticksApart(double low, double high, double step) {
        return new NumberTickUnit(step, new TickFormat(step, TickLabels.of(Ticks.of(low, high, step))));
    }

    private static final class TickFormat extends NumberFormat {

        private static final long serialVersionUID = 1;

        private final double step;
        private final transient TickLabels labels;

        TickFormat(double step, TickLabels labels) {
            this.step = step;
            this.labels = labels;
        }

        @Override
        public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
            return text.append(labels.of(Math.rint(number / step) * step));
        }

        @Override
        public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
            return format((double) number, text, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("ticks are not read");
        }
    }

    /** A place in the palette; beyond its end hues as far from one another as the golden angle brings. */
    static Color colour(int index) {
        return index < PALETTE.length ? PALETTE[index]
                : Color.getHSBColor(
                        (float) (index * GOLDEN_ANGLE), 0.55f + index % 3 * 0.2f, 0.85f - index % 2 * 0.25f);
    }

    /** A colour on white paper, from nothing at 0 to the whole at 1. */
    static Color shade(Color colour, double strength) {
        return new Color(mixed(colour.getRed(), strength), mixed(colour.getGreen(), strength),
                mixed(colour.getBlue(), strength));
    }

    /** A colour as that of a band, through which the others are seen. */
    static Color band(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY_OF_BAND);
    }

    /** From one colour at 0 to another at 1. */
    static Color blended(Color one, Color other, double share) {
        return new Color((int) Math.rint(one.getRed() + share * (other.getRed() - one.getRed())),
                (int) Math.rint(one.getGreen() + share * (other.getGreen() - one.getGreen())),
                (int) Math.rint(one.getBlue() + share * (other.getBlue() - one.getBlue())));
    }

    private static int mixed(int channel, double strength) {
        return (int) Math.rint(255 + (channel - 255) * strength);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static TextTitle title(String text, Font font) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(TEXT);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPosition(RectangleEdge.TOP);
        title.setPadding(0, 4, 5, 0);
        return title;
    }

    /** The width of a text where it is to be drawn. */
    static int width(String text, Font font, Graphics2D graphics) {
        return (int) Math.ceil(font.getStringBounds(text, graphics.getFontRenderContext()).getWidth());
    }

    /** A text in lines no wider than this, broken between words, and within one that is wider. */
    static List<String> lines(String text, Font font, Graphics2D graphics, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            if (!line.isEmpty() && width((line + word).stripTrailing(), font, graphics) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (char letter : word.toCharArray()) {
                if (!line.isEmpty() && width((line.toString() + letter).stripTrailing(), font, graphics) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(letter);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(NAME);
        axis.setTickLabelFont(TICK);
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
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void style(CategoryPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    /** A legend below the plots, without a frame. */
    static LegendTitle legend(LegendItemSource lines) {
        LegendTitle legend = new LegendTitle(lines);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(TEXT_FONT);
        legend.setItemPaint(TEXT);
        legend.setItemLabelPadding(new RectangleInsets(2, 5, 2, 14));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
