package gridrun.statistics;

import gridrun.random.Rng;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mean of a sample, drawn again and again from its own values (Efron, Bootstrap methods: another look at the
 * jackknife, 1979).
 *
 * @param sample at least two finite values
 * @param means those of the resamples, ascending
 */
record Bootstrap(double[] sample, double[] means) {

    private static final int RESAMPLES = 10_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The resamples are a function of the values alone: the same results have the same interval everywhere. */
    static Bootstrap of(double[] sample) {
        Rng random = Rng.of(Arrays.hashCode(sample)).split("bootstrap");
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = 0; j < sample.length; j++) {
                sum += sample[(int) (random.nextUniform() * sample.length)];
            }
            means[i] = sum / sample.length;
        }
        Arrays.sort(means);
        return new Bootstrap(sample, means);
    }

    /** The bias-corrected and accelerated interval of the mean (Efron, 1987). */
    MeanInterval interval(double confidence) {
        Statistic whole = Statistic.of(sample);
        if (!(whole.std() > 0)) {
            return new MeanInterval(whole.mean(), whole.mean());
        }
        double bias = NORMAL.inverseCumulativeProbability(shareBelow(whole.mean()));
        double acceleration = acceleration();
        double z = NORMAL.inverseCumulativeProbability((1 - confidence) / 2);
        return new MeanInterval(quantile(adjusted(z, bias, acceleration)), quantile(adjusted(-z, bias, acceleration)));
    }

    /** The share of resampled means below the sample's; of those that equal it, half. */
    private double shareBelow(double mean) {
        long below = Arrays.stream(means).filter(value -> value < mean).count();
        long upTo = Arrays.stream(means).filter(value -> value <= mean).count();
        return (below + upTo) / 2.0 / means.length;
    }

    /** How the mean's deviation changes with the mean, by leaving out one value at a time. */
    private double acceleration() {
        double sum = Statistic.sum(sample);
        double[] without = Arrays.stream(sample).map(value -> (sum - value) / (sample.length - 1)).toArray();
        double mean = Statistic.sum(without) / without.length;
        double squares = 0;
        double cubes = 0;
        for (double value : without) {
            double deviation = mean - value;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double adjusted(double z, double bias, double acceleration) {
        double shifted = bias + z;
        return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }

    /** Linear between the neighbours, as NumPy's. */
    private double quantile(double share) {
        double place = share * (means.length - 1);
        int below = Math.min((int) place, means.length - 2);
        return means[below] + (place - below) * (means[below + 1] - means[below]);
    }
}
