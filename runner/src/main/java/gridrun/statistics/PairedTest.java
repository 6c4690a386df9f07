package gridrun.statistics;

/** Whether differences of pairs are about zero: a test whose alternative has two sides. */
public sealed interface PairedTest permits PairedT, Wilcoxon, SignFlip {

    /** Which test, as files name it. */
    enum Choice {
        /** The paired t-test (Student, 1908), exact for normal differences. */
        T,
        /** The signed-rank test (Wilcoxon, 1945), of the differences' ranks, exact with ties. */
        WILCOXON,
        /** The permutation test that flips the differences' signs (Fisher, 1935). */
        PERMUTATION;

        /** The test, of independent pairs. */
        public PairedTest test() {
            return test(0);
        }

        /**
         * The test of pairs whose training parts overlap. The t-test is corrected for it; the others, for which no
         * correction is known, take the pairs for independent and find more than there is.
         *
         * @param overlap n_test/n_train, 0 for independent pairs
         */
        public PairedTest test(double overlap) {
            return switch (this) {
                case T -> new PairedT(overlap);
                case WILCOXON -> new Wilcoxon();
                case PERMUTATION -> new SignFlip();
            };
        }
    }

    /** Differences that vary by less than this share of their mean do so by rounding. */
    double ROUNDING = 1e-4;

    /** What it is called in a sentence. */
    String title();

    /**
     * How probable differences as far from zero as these are, or farther, if nothing but chance made them.
     *
     * @param differences of the pairs; 1 where there are none, or all are zero
     */
    double p(double... differences);

    /** The smallest p that so many pairs can have. */
    double smallest(int pairs);

    /** By how much overlap of the pairs' training parts it is corrected; 0 where it takes them for independent. */
    default double overlap() {
        return 0;
    }

    /**
     * The share of pairs with which the t-test finds as much, if the differences are normal and many (Pitman's
     * asymptotic relative efficiency; Lehmann, Nonparametrics, 1975).
     */
    default double efficiency() {
        return 1;
    }

    /** The fewest pairs with which p can be below a level. */
    default int fewest(double level) {
        int pairs = 2;
        while (smallest(pairs) >= level) {
            pairs++;
        }
        return pairs;
    }

    /** Whether all of a sample's differences are one and the same, so that they say nothing of how they spread. */
    static boolean isConstant(Statistic sample) {
        return !(sample.std() > ROUNDING * Math.abs(sample.mean()));
    }
}
