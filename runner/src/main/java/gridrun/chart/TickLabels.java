package gridrun.chart;

import gridrun.report.Figures;
import java.util.Arrays;
import java.util.Collection;

/**
 * The numbers beside an axis. They are written alike: where one is so large or small that it has a power of ten, so
 * have all others but those from 0.01 to below 1000.
 */
public final class TickLabels {

    private final boolean inPowers;

    private TickLabels(boolean inPowers) {
        this.inPowers = inPowers;
    }

    /**
     * Those of an axis.
     *
     * @param ticks all of them
     */
    public static TickLabels of(double... ticks) {
        return new TickLabels(Arrays.stream(ticks).anyMatch(Figures::hasPower));
    }

    /**
     * The same.
     *
     * @param ticks all of them
     */
    public static TickLabels of(Collection<Double> ticks) {
        return of(ticks.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What stands beside one of them. */
    public String of(double tick) {
        return Figures.label(tick, inPowers);
    }
}
