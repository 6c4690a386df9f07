package gridrun.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Runs;
import gridrun.statistics.MeanInterval;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final String FIGURE = "best.val_accuracy";

    private static Race race(RaceTerms terms, List<Run> runs) {
        return Race.of(runs, FIGURE, Goal.MAXIMIZE, Terms.USUAL.in(terms));
    }

    /** Its seeds begin with 3. */
    private static List<Run> runs(String rate, double... values) {
        List<Run> runs = new ArrayList<>();
        DoubleStream.of(values)
                .forEach(value -> runs.add(Runs.run(rate, 3L + runs.size(), "completed", Map.of(FIGURE, value))));
        return runs;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<Run> all(List<Run>... configurations) {
        List<Run> all = new ArrayList<>();
        List.of(configurations).forEach(all::addAll);
        return all;
    }

    private static final RaceTerms FOUR = new RaceTerms(3, 4, 2, 8, 3);
    private static final List<Run> GOOD = runs("good", 0.90, 0.92, 0.91, 0.93, 0.90, 0.92, 0.91, 0.93);
    private static final List<Run> ALIKE = runs("alike", 0.91, 0.91, 0.92, 0.91, 0.91, 0.92, 0.91, 0.91);
    private static final List<Run> BAD = runs("bad", 0.50, 0.55, 0.48, 0.53);

    @Test
    void looks_comeInBlocks_andSpendTheWholeLevel() {
        RaceTerms terms = new RaceTerms(0, 5, 4, 20, 2);
        assertEquals(List.of(5, 9, 13, 17, 20), Arrays.stream(terms.looks()).boxed().toList());
        assertEquals(List.of(0.25, 0.2, 0.2, 0.2, 0.15),
                Arrays.stream(terms.looks()).mapToObj(terms::share).toList());
        assertEquals(List.of(20), Arrays.stream(new RaceTerms(0, 20, 20, 20, 2).looks()).boxed().toList());
    }

    @Test
    void configurationThatIsTold_isOut_andTheOthersGoOn() {
        Race race = race(FOUR, all(GOOD.subList(0, 4), ALIKE.subList(0, 4), BAD));
        assertEquals(Race.State.OPEN, race.state());
        assertEquals(4, race.seeds());
        assertEquals(4, race.of("config-bad").out());
        // scipy.stats.ttest_rel: 6.309048363456933e-05; half of it for one side, times 3 that are left and 2 rivals,
        // by the half of the level that four of eight seeds spend
        assertEquals(6.309048363456933e-05 / 2 * 3 * 2 / 0.5, race.of("config-bad").p(), 1e-12);
        assertEquals(2, race.left());
        assertTrue(race.takes("config-good", 8));
        assertFalse(race.takes("config-good", 9));
        assertTrue(race.mayTake("config-good", 10));
        assertFalse(race.mayTake("config-good", 11));
        assertFalse(race.mayTake("config-bad", 7));
        assertEquals(4, race.saved());
    }

    @Test
    @DisplayName("an interval has the confidence of its look: 1 - 0.05 · 4/8 at four of eight seeds")
    void difference_hasAnIntervalThatHoldsOverAllLooks() {
        List<Run> good = GOOD.subList(0, 4);
        Race race = race(FOUR, all(good, ALIKE.subList(0, 4), BAD));
        MeanInterval interval = race.difference(Candidate.of("bad", BAD, FIGURE), Candidate.of("good", good, FIGURE),
                Goal.MAXIMIZE, Terms.USUAL).interval().orElseThrow();
        // scipy.stats.t.interval(0.975, 3, mean, sem)
        assertEquals(-0.4511518963295475, interval.low(), 1e-12);
        assertEquals(-0.3488481036704525, interval.high(), 1e-12);
    }

    @Test
    void equals_areLeftAtTheMaximum() {
        Race race = race(FOUR, all(GOOD, ALIKE, BAD));
        assertEquals(Race.State.AT_ITS_MAXIMUM, race.state());
        assertEquals(8, race.seeds());
        assertEquals(2, race.left());
    }

    @Test
    void oneThatIsLeft_decides() {
        Race race = race(new RaceTerms(3, 4, 2, 8, 2), all(GOOD.subList(0, 4), BAD));
        assertEquals(Race.State.DECIDED, race.state());
        assertEquals(8, race.saved());
        assertFalse(race.mayTake("config-good", 7));
    }

    @Test
    @DisplayName("a race looks at no run before all of a look have ended, whatever has ended beyond it")
    void look_waitsForItsLastRun() {
        List<Run> lacking = new ArrayList<>(all(GOOD, ALIKE, BAD));
        lacking.remove(1);
        assertEquals(new Race(FOUR, 0, Map.of("config-good", new Race.Standing(0, Double.NaN), "config-alike",
                new Race.Standing(0, Double.NaN), "config-bad", new Race.Standing(0, Double.NaN)), Race.State.OPEN),
                race(FOUR, lacking));
        lacking.add(Runs.failed("good", 4));
        assertEquals(0, race(FOUR, lacking).seeds());
        assertEquals(0, race(FOUR, all(GOOD, ALIKE)).seeds(), "a configuration of which nothing is known");
    }

    @Test
    void race_isTheSame_inWhateverOrderRunsHaveEnded() {
        List<Run> runs = new ArrayList<>(all(GOOD, ALIKE, BAD));
        Race race = race(FOUR, runs);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(runs, random);
            assertEquals(race, race(FOUR, runs));
        }
    }

    @Test
    @DisplayName("what is left in a race and diverged more than the best is not tied with it")
    void divergedMoreThanTheBest_isNotTied() {
        List<Run> bad = new ArrayList<>(runs("bad", 0.5, 0.5, 0.5, 0.5, 0.50, 0.55, 0.5, 0.5));
        List.of(0, 1, 2, 3, 6, 7).forEach(i -> bad.set(i, Runs.diverged("bad", 3 + i)));
        Terms terms = Terms.USUAL.in(FOUR);
        Comparisons comparisons = Comparisons.of(List.of(Candidate.of("good", GOOD, FIGURE),
                Candidate.of("alike", ALIKE, FIGURE), Candidate.of("bad", bad, FIGURE)),
                race(new RaceTerms(3, 8, 8, 8, 3), all(GOOD, ALIKE, bad)), Goal.MAXIMIZE, terms);
        assertEquals(2, comparisons.all().get(2).difference().orElseThrow().sample().n());
        assertEquals(List.of("BEST", "TIED_WITH_THE_BEST", ""), comparisons.all().stream()
                .map(one -> one.mark().map(Enum::name).orElse("")).toList());
    }

    @Test
    void configurationAllOfWhichDiverged_isOut_andOneOfWhichOneDid_isNot() {
        List<Run> diverged = List.of(Runs.diverged("bad", 3), Runs.diverged("bad", 4), Runs.diverged("bad", 5),
                Runs.diverged("bad", 6));
        List<Run> once = new ArrayList<>(ALIKE);
        once.set(0, Runs.diverged("alike", 3));
        Race race = race(FOUR, all(GOOD, once, diverged));
        assertEquals(4, race.of("config-bad").out());
        assertTrue(race.of("config-alike").isIn());
        assertEquals(8, race.seeds());
    }
}
