package gridrun.plot;

import gridrun.chart.LogScale;
import gridrun.chart.TickLabels;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks that are written as numbers. */
@SuppressWarnings("serial") // an axis is drawn, never written
final class ReadableLogAxis extends LogAxis {

    private static final long serialVersionUID = 1;
    /** Of the axis: a number that is nearer to that of 0 would be written over it. */
    private static final double ABOVE_ZERO = 0.1;

    private final transient Scale scale;

    ReadableLogAxis(String label, Scale scale) {
        super(label);
        this.scale = scale;
        setSmallestValue(Double.MIN_NORMAL);
        setRange(scale.low(), scale.high());
    }

    @Override
    protected List<ValueTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        List<ValueTick> ticks = new ArrayList<>();
        boolean hasZero = Double.isFinite(scale.zero());
        if (hasZero) {
            ticks.add(tick(scale.zero(), "0"));
        }
        double low = hasZero ? scale.zero() * StrictMath.pow(scale.high() / scale.low(), ABOVE_ZERO) : scale.low();
        List<Double> places = LogScale.ticks(low, scale.high());
        TickLabels labels = TickLabels.of(places);
        places.forEach(place -> ticks.add(tick(place, labels.of(place))));
        return ticks;
    }

    private static ValueTick tick(double value, String label) {
        return new NumberTick(TickType.MAJOR, value, label, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0);
    }
}
