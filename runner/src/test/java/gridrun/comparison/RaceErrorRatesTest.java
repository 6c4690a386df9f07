package gridrun.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.random.Rng;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is promised of races, by simulation of whole ones. */
@Tag("long")
class RaceErrorRatesTest {

    private static final RaceTerms TERMS = new RaceTerms(0, 5, 5, 40, 4);
    private static final String FIGURE = "best.val_accuracy";
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int NULL_RACES = 2000;
    private static final int RACES = 500;

    private final Rng random = Rng.of(16).split("races");

    private double normal() {
        return NORMAL.inverseCumulativeProbability((random.nextUniform() + 1e-9) / (1 + 2e-9));
    }

    /**
     * Four configurations; what a seed's split does to all is ten times what it does to one.
     *
     * @param lead of the first, in deviations of a paired difference
     * @param noise from a standard normal number
     */
    private Race race(double lead, DoubleUnaryOperator noise) {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < TERMS.max(); seed++) {
            double split = 10 * normal();
            for (int i = 0; i < TERMS.configurations(); i++) {
                runs.add(Runs.run("c" + i, seed, "completed", Map.of(FIGURE,
                        split + noise.applyAsDouble(normal()) + (i == 0 ? lead * Math.sqrt(2) : 0))));
            }
        }
        return Race.of(runs, FIGURE, Goal.MAXIMIZE, Terms.USUAL.in(TERMS));
    }

    private int wrong(DoubleUnaryOperator noise) {
        int wrong = 0;
        for (int i = 0; i < NULL_RACES; i++) {
            wrong += race(0, noise).left() < TERMS.configurations() ? 1 : 0;
        }
        return wrong;
    }

    @Test
    @DisplayName("of 2,000 races of equals at most 5 % call any of them worse")
    void nullRaces_callAnyWorseLessOftenThanPromised() {
        int wrong = wrong(noise -> noise);
        assertTrue(wrong <= NULL_RACES / 20, wrong + " of 2,000");
    }

    @Test
    @DisplayName("nor where the noise is skewed, as it is near a ceiling")
    void nullRaces_ofSkewedNoise_keepTheLevelToo() {
        int wrong = wrong(noise -> -StrictMath.exp(noise));
        assertTrue(wrong <= NULL_RACES / 20, wrong + " of 2,000");
    }

    @Test
    @DisplayName("a lead of one deviation is told in nine races of ten at least, with half of the seeds")
    void racesWithADifference_areDecidedEarly() {
        int decided = 0;
        long saved = 0;
        for (int i = 0; i < RACES; i++) {
            Race race = race(1, noise -> noise);
            assertEquals(race.state() == Race.State.DECIDED, race.left() == 1);
            decided += race.state() == Race.State.DECIDED && race.of("config-c0").isIn() ? 1 : 0;
            saved += race.saved();
        }
        double share = saved / (double) RACES / TERMS.configurations() / TERMS.max();
        assertTrue(decided >= 0.9 * RACES, decided + " of 500");
        assertTrue(share >= 0.5, "saved " + share);
    }
}
