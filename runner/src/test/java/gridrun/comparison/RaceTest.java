package gridrun.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class RaceTest {

    private static final Terms TERMS = Terms.USUAL.in(new RaceTerms(0, 5, 5, 40, 4));

    /** A race of which all runs are there; those after a configuration's end are not looked at. */
    private static Race race(Random random, double lead) {
        List<List<Run>> runs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int seed = 0; seed < 40; seed++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < 4; i++) {
                runs.get(i).add(Runs.run("c" + i, (long) seed, "completed", Map.of("best.val_accuracy",
                        shared + 0.3 * random.nextGaussian() + (i == 0 ? lead : 0))));
            }
        }
        return Race.of(runs.stream().map(each -> Candidate.of("c", each, "best.val_accuracy")).toList(),
                Goal.MAXIMIZE, TERMS);
    }

    @Test
    void nullRaces_callAnyWorseLessOftenThanPromised() {
        Random random = new Random(16);
        int wrong = 0;
        for (int i = 0; i < 2000; i++) {
            wrong += race(random, 0).left() < 4 ? 1 : 0;
        }
        System.err.println("NULL " + wrong);
        assertTrue(wrong <= 100, wrong + " of 2,000");
    }

    @Test
    void racesWithADifference_areDecidedEarly() {
        Random random = new Random(17);
        int right = 0;
        long saved = 0;
        for (int i = 0; i < 200; i++) {
            Race race = race(random, 0.45);
            right += race.state() == Race.State.DECIDED && race.of("c0").isIn() ? 1 : 0;
            saved += race.saved();
        }
        System.err.println("TRUE " + right + " saved " + saved / 200.0);
        assertTrue(right >= 180, right + " of 200");
    }
}
