package gridrun.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: of a t statistic where there is a difference (Lenth, Algorithm AS 243, 1989).
 *
 * @param freedom degrees of freedom
 * @param noncentrality how many standard errors the difference is
 */
record NoncentralT(double freedom, double noncentrality) {

    private static final double NEGLIGIBLE = 1e-18;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** How probable a value of at most {@code t} is. */
    double cumulative(double t) {
        if (t < 0) {
            return 1 - new NoncentralT(freedom, -noncentrality).cumulative(-t);
        }
        double x = t * t / (freedom + t * t);
        double sum = NORMAL.cumulativeProbability(-noncentrality);
        if (x == 0) {
            return sum;
        }
        double y = noncentrality * noncentrality / 2;
        if (y == 0) {
            return sum + BetaDistribution.of(0.5, freedom / 2).cumulativeProbability(x) / 2;
        }
        // Terms grow up to y and fall beyond: from there both ways, until they no longer count.
        int mode = (int) y;
        for (int j = mode; j >= 0 && weight(j, y) > NEGLIGIBLE; j--) {
            sum += term(j, y, x);
        }
        for (int j = mode + 1; weight(j, y) > NEGLIGIBLE; j++) {
            sum += term(j, y, x);
        }
        return Math.min(1, Math.max(0, sum));
    }

    private double term(int j, double y, double x) {
        double odd = Math.signum(noncentrality) * density(j + 1.5, y);
        return (weight(j, y) * BetaDistribution.of(j + 0.5, freedom / 2).cumulativeProbability(x)
                + odd * BetaDistribution.of(j + 1.0, freedom / 2).cumulativeProbability(x)) / 2;
    }

    private static double weight(int j, double y) {
        return density(j + 1.0, y);
    }

    /** y^(shape - 1) e^-y / Γ(shape): Poisson's probability, also between whole numbers. */
    private static double density(double shape, double y) {
        return GammaDistribution.of(shape, 1).density(y);
    }
}
