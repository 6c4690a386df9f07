package gridrun.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How probable it is that a paired t-test finds a difference (Cohen, Statistical power analysis for the behavioral
 * sciences, 1988).
 *
 * @param effect the difference, in standard deviations of the pairs' differences: Cohen's d_z
 * @param level the p below which a difference counts as found
 * @param overlap of the pairs' training parts, as {@link PairedT} has it: with some, ever more pairs tell little more
 */
public record Power(double effect, double level, double overlap) {

    /** The usual power that a plan asks for. */
    public static final double USUAL = 0.8;

    /** Beyond so many pairs nobody counts. */
    public static final int MOST = 10_000;

    /** That of independent pairs. */
    public Power(double effect, double level) {
        this(effect, level, 0);
    }

    /** With so many pairs. */
    public double of(int pairs) {
        double freedom = pairs - 1;
        double critical = TDistribution.of(freedom).inverseSurvivalProbability(level / 2);
        NoncentralT t = new NoncentralT(freedom, Math.abs(effect) / Math.sqrt(1.0 / pairs + overlap));
        return 1 - t.cumulative(critical) + t.cumulative(-critical);
    }

    /** The fewest pairs with which it is at least 80 %; empty where {@value #MOST} are too few. */
    public OptionalInt pairs() {
        int below = 1;
        int enough = 2;
        while (effect != 0 && enough < MOST && of(enough) < USUAL) {
            below = enough;
            enough = Math.min(MOST, 2 * enough);
        }
        if (effect == 0 || of(enough) < USUAL) {
            return OptionalInt.empty();
        }
        while (enough - below > 1) {
            int middle = (below + enough) / 2;
            if (of(middle) >= USUAL) {
                enough = middle;
            } else {
                below = middle;
            }
        }
        return OptionalInt.of(enough);
    }
}
