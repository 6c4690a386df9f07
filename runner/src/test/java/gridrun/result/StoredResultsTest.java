package gridrun.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.report.FigureNames;
import gridrun.report.Report;
import gridrun.report.Runs;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoredResultsTest {

    private static final String WARNING = "the seeds are as many as a race took to see a difference, which intervals "
            + "and p here do not account for: intervals are too narrow and p is too small";

    private static final Sweep RACE = new Sweep("a".repeat(64), "study", true, "", Map.of(),
            Map.of("comparison.race", "0 3 3 6 2"), "val_accuracy", Goal.MAXIMIZE, List.of(), "study.yaml",
            Optional.empty(), 0, 0, RunState.DONE, Optional.of(Outcome.COMPLETED), OptionalLong.empty(),
            OptionalLong.empty(), List.of());

    @Test
    @DisplayName("a race's results are of the seeds that it took, though the sweep has runs of others")
    void report_ofARace_isOfItsSeeds() {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            runs.add(Runs.completed("0.1", seed, 0.9 + 0.01 * seed, 0.9, 3));
            runs.add(seed < 3 ? Runs.diverged("90", seed) : Runs.completed("90", seed, 0.5, 0.5, 3));
        }
        Report report = StoredResults.report(RACE, runs);
        assertEquals(3, report.ranking().race().orElseThrow().of("config-90").out());
        assertEquals(List.of(3, 3), report.ranking().rows().stream().map(row -> row.runs().size()).toList());
        assertEquals(report.runs(), StoredResults.underWay(RACE, runs).runs());
    }

    @Test
    @DisplayName("of some of a race's runs no race is told, and the comparison says that its p does not know of one")
    void report_ofSomeOfARace_warns() {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            runs.add(Runs.completed("0.1", seed, 0.9 + 0.01 * seed, 0.9, 3));
            runs.add(Runs.completed("0.2", seed, 0.5 + 0.02 * seed, 0.5, 3));
        }
        Report some = StoredResults.ofSome(RACE, runs);
        assertTrue(some.ranking().race().isEmpty());
        String table = some.table(300, true);
        assertTrue(table.contains("\nwarning: " + WARNING + "\n"), table);
        assertFalse(table.contains("race:"), table);
        Report whole = StoredResults.report(RACE, runs);
        assertFalse(whole.table(300, true).contains(WARNING));
        assertTrue(whole.rankedBy(FigureNames.objective(Quantity.of("final.val_accuracy"), whole.objective()))
                .table(300, true).contains(WARNING), "the race was not of this figure");
    }
}
