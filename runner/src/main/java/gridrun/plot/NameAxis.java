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
 * A horizontal axis whose places have names: many or long ones are turned, of very many some are left out, but never
 * the last.
 */
@SuppressWarnings("serial") // an axis is drawn, never written
final class NameAxis extends SymbolAxis {

    private static final long serialVersionUID = 1;
    private static final int MOST_HORIZONTAL = 8;
    /** Letters of all names together, about as wide as a picture. */
    private static final int MOST_LETTERS = 75;
    private static final int MOST = 14;
    /** Of turned ones, in pixels. */
    private static final int HEIGHT_OF_LETTER = 8;

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

    private static boolean isTurned(List<String> names, double share) {
        return names.size() > MOST_HORIZONTAL || names.size() * longest(names) > MOST_LETTERS * share;
    }

    /** What names take of the height beyond a line of text. */
    static int height(List<String> names, double share) {
        return isTurned(names, share) ? HEIGHT_OF_LETTER * longest(names) : 0;
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
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
