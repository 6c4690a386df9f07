package gridrun.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.random.Rng;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Runs;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedT;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The error rates that are promised, by simulation of results in which nothing differs. */
@Tag("long")
class ErrorRatesTest {

    private static final int SIMULATIONS = 2000;
    private static final double LEVEL = 0.05;
    /** How improbable numbers must be to count as wrong. */
    private static final double IMPROBABLE = 1e-4;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Rng random = Rng.of(16).split("error rates");

    private double normal() {
        return NORMAL.inverseCumulativeProbability((random.nextUniform() + 1e-9) / (1 + 2e-9));
    }

    private List<Candidate> equal(int configurations, int seeds) {
        return equal(configurations, seeds, noise -> noise);
    }

    /** Equal configurations: what a seed's split does to all is ten times what it does to one. */
    private List<Candidate> equal(int configurations, int seeds, DoubleUnaryOperator noise) {
        double[] splits = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            splits[seed] = 0.9 + 0.01 * normal();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < configurations; i++) {
            List<Run> runs = new ArrayList<>();
            for (double split : splits) {
                runs.add(Runs.run("c" + i, runs.size(), "completed",
                        Map.of("best.val_accuracy", split + 0.001 * noise.applyAsDouble(normal()))));
            }
            candidates.add(Candidate.of("c" + i, runs, "best.val_accuracy"));
        }
        return candidates;
    }

    private static void assertWithin(int count, double rate, String what) {
        BinomialDistribution chance = BinomialDistribution.of(SIMULATIONS, rate);
        assertTrue(chance.cumulativeProbability(count) > IMPROBABLE
                && chance.survivalProbability(count - 1) > IMPROBABLE,
                "%s: %d of %d, which is not %s".formatted(what, count, SIMULATIONS, rate));
    }

    private static void assertAtMost(int count, double rate, String what) {
        assertTrue(BinomialDistribution.of(SIMULATIONS, rate).survivalProbability(count - 1) > IMPROBABLE,
                "%s: %d of %d, which is more than %s".formatted(what, count, SIMULATIONS, rate));
    }

    @Test
    @DisplayName("one comparison of equals is called different in 5 % of all cases, its interval has zero in 95 %")
    void pairedTest_keepsItsLevel_andItsIntervalCovers() {
        int told = 0;
        int covered = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            Comparisons two = Comparisons.of(equal(2, 5), 0, true, Goal.MAXIMIZE, Terms.USUAL);
            PairedDifference difference = two.all().get(1).difference().orElseThrow();
            told += two.tied().isEmpty() ? 1 : 0;
            MeanInterval interval = difference.interval().orElseThrow();
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertWithin(told, LEVEL, "equals told apart");
        assertWithin(covered, 1 - LEVEL, "intervals of a difference that have it");
    }

    @Test
    @DisplayName("with Holm's correction any of five equals is told from the baseline in at most 5 % of all cases")
    void holm_keepsTheFamilysError() {
        int told = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            Comparisons all = Comparisons.of(equal(6, 5), 0, true, Goal.MAXIMIZE, Terms.USUAL);
            told += all.tied().size() < 5 ? 1 : 0;
        }
        assertAtMost(told, LEVEL, "families with a wrong claim");
    }

    /** How often any is called worse than the best, and how many are, of configurations that the table has ranked. */
    private int[] worseThanTheBest(int configurations, DoubleUnaryOperator noise) {
        int families = 0;
        int all = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            List<Run> runs = equal(configurations, 5, noise).stream().flatMap(one -> one.runs().stream()).toList();
            Objective objective = new Objective("best.val_accuracy", Goal.MAXIMIZE);
            Comparisons ranked = Ranking.of(objective, runs).comparisons().orElseThrow();
            int worse = (int) ranked.others().stream().filter(one -> one.is(Mark.WORSE)).count();
            families += worse > 0 ? 1 : 0;
            all += worse;
        }
        return new int[] {families, all};
    }

    @Test
    @DisplayName("the best is chosen by the figures: each equal is still called worse in at most 5 % of all cases, "
            + "and any of four in more")
    void best_chosenByTheFigures_callsEachEqualWorseInFivePercentAtMost() {
        for (int configurations : new int[] {4, 8}) {
            for (DoubleUnaryOperator noise : List.<DoubleUnaryOperator>of(x -> x, x -> -StrictMath.exp(x))) {
                int[] worse = worseThanTheBest(configurations, noise);
                assertAtMost(worse[1] / configurations, LEVEL, "each of the equals called worse");
            }
        }
        assertWithin(worseThanTheBest(4, x -> x)[0], 0.07, "any of four equals called worse");
    }

    @Test
    void meansInterval_coversTheMean() {
        int covered = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            double[] values = {normal(), normal(), normal(), normal(), normal()};
            MeanInterval interval = MeanInterval.of(MeanInterval.Method.T, values, 0.95).orElseThrow();
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertWithin(covered, 0.95, "intervals of a mean that have it");
    }

    /**
     * Differences of folds are correlated by n_test/(n_train + n_test), which is what Nadeau and Bengio take for the
     * overlap of training parts: with k folds 1/k. Their test keeps its level, the plain one does not.
     */
    @Test
    @DisplayName("where training parts overlap the corrected test keeps its level, and the plain one does not")
    void correctedResampledTest_isConservativeEnough() {
        int folds = 5;
        int plain = 0;
        int corrected = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            double shared = Math.sqrt(1.0 / folds) * normal();
            double[] differences = new double[2 * folds];
            for (int j = 0; j < differences.length; j++) {
                differences[j] = shared + Math.sqrt(1 - 1.0 / folds) * normal();
            }
            plain += PairedT.INDEPENDENT.p(differences) < LEVEL ? 1 : 0;
            corrected += new PairedT(1.0 / (folds - 1)).p(differences) < LEVEL ? 1 : 0;
        }
        assertAtMost(corrected, LEVEL, "wrong claims of the corrected test");
        assertTrue(plain > 3 * LEVEL * SIMULATIONS, "the plain test's wrong claims: " + plain);
    }

    @Test
    @DisplayName("two learners of equal worth on twenty random splits are told apart in at most 5 % of all cases, "
            + "and by the plain test in most")
    void splits_ofEqualLearners_areToldApartInFivePercentAtMost() {
        int plain = 0;
        int corrected = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            double[] differences = splitDifferences(50, 15, 20);
            plain += PairedT.INDEPENDENT.p(differences) < LEVEL ? 1 : 0;
            corrected += new PairedT(15.0 / 35).p(differences) < LEVEL ? 1 : 0;
        }
        assertAtMost(corrected, LEVEL, "equal learners told apart");
        assertTrue(plain > SIMULATIONS / 2, "the plain test's wrong claims: " + plain);
    }

    @Test
    @DisplayName("two learners of equal worth on real folds are told apart in at most 5 % of all cases")
    void folds_ofEqualLearners_areToldApartInFivePercentAtMost() {
        int corrected = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            corrected += new PairedT(0.25).p(foldDifferences(50, 5)) < LEVEL ? 1 : 0;
        }
        assertAtMost(corrected, LEVEL, "equal learners told apart");
    }

    private double[] foldDifferences(int examples, int folds) {
        Rivals rivals = rivals(examples);
        return IntStream.range(0, folds).mapToDouble(fold -> rivals.difference(i -> i % folds == fold)).toArray();
    }

    /** Of the same examples so many are held out each time, drawn anew. */
    private double[] splitDifferences(int examples, int held, int seeds) {
        Rivals rivals = rivals(examples);
        int[] order = IntStream.range(0, examples).toArray();
        return IntStream.range(0, seeds).mapToDouble(seed -> {
            random.shuffle(order);
            BitSet out = new BitSet();
            Arrays.stream(order).limit(held).forEach(out::set);
            return rivals.difference(out::get);
        }).toArray();
    }

    private Rivals rivals(int examples) {
        Rivals rivals = new Rivals(new double[examples], new double[examples], new double[examples]);
        for (int i = 0; i < examples; i++) {
            rivals.one[i] = normal();
            rivals.other[i] = normal();
            rivals.target[i] = rivals.one[i] + rivals.other[i] + normal();
        }
        return rivals;
    }

    /** Two inputs that say equally much of the target: each learner has one of them. */
    private record Rivals(double[] one, double[] other, double[] target) {

        double difference(IntPredicate isHeld) {
            return error(one, isHeld) - error(other, isHeld);
        }

        /** The mean squared error on what is held out of a line through zero that is fitted to the rest. */
        private double error(double[] input, IntPredicate isHeld) {
            double products = 0;
            double squares = 0;
            for (int i = 0; i < input.length; i++) {
                products += isHeld.test(i) ? 0 : input[i] * target[i];
                squares += isHeld.test(i) ? 0 : input[i] * input[i];
            }
            double slope = products / squares;
            return IntStream.range(0, input.length).filter(isHeld)
                    .mapToDouble(i -> (target[i] - slope * input[i]) * (target[i] - slope * input[i])).average()
                    .orElseThrow();
        }
    }
}
