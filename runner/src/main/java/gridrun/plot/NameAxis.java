package gridrun.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A horizontal axis whose places have names: those that have not the room are turned, of very many some are left out,
 * but never the last.
 */
@SuppressWarnings("serial") // an axis is drawn, never written
final class NameAxis extends SymbolAxis {

    private static final long serialVersionUID = 1;
    private static final int MOST = 14;
    /** What all axes of a picture have of its width, beside the numbers at the left. */
    private static final int WIDTH = 680;
    /** Between one name and the next. */
    private static final int GAP = 8;

    private final List<String> shown;

    /** @param share of the picture's width that the axis has */
    NameAxis(String label, List<String> names, double share) {
        super(label, names.toArray(new String[0]));
        this.shown = List.copyOf(names);
        setGridBandsVisible(false);
        setVerticalTickLabels(isTurned(names, share));
        setRange(-0.5, Math.max(1, names.size()) - 0.5);
        Theme.style(this);
    }

    /** Whether a name would reach into its neighbour's place, or half of it into what is beside the axis. */
    private static boolean isTurned(List<String> names, double share) {
        double place = WIDTH * share / Math.max(1, names.size());
        return widest(names) + GAP > place;
    }

    /** What names take of the height beyond a line of text. */
    static int height(List<String> names, double share) {
        return isTurned(names, share) ? widest(names) : 0;
    }

    private static int widest(List<String> names) {
        Graphics2D graphics = Plot.measure();
        int widest = names.stream().mapToInt(name -> Theme.width(name, Theme.TICK, graphics)).max().orElse(0);
        graphics.dispose();
        return widest;
    }

    @Override
    protected List<ValueTick> refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        boolean turned = isVerticalTickLabels();
        TextAnchor anchor = turned ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        int step = (shown.size() - 1) / MOST + 1;
        List<ValueTick> ticks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (i == shown.size() - 1 || i % step == 0 && i + step <= shown.size() - 1) {
                ticks.add(new NumberTick(i, shown.get(i), anchor, anchor, turned ? -Math.PI / 2 : 0));
            }
        }
        return ticks;
    }
}
