package gridrun.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.metric.Goal;
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

    @Test
    @DisplayName("a race's results are of the seeds that it took, though the sweep has runs of others")
    void report_ofARace_isOfItsSeeds() {
        Sweep sweep = new Sweep("a".repeat(64), "study", true, "", Map.of(), Map.of("comparison.race", "0 3 3 6 2"),
                "val_accuracy", Goal.MAXIMIZE, List.of(), "study.yaml", Optional.empty(), 0, 0, RunState.DONE,
                Optional.of(Outcome.COMPLETED), OptionalLong.empty(), OptionalLong.empty(), List.of());
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            runs.add(Runs.completed("0.1", seed, 0.9 + 0.01 * seed, 0.9, 3));
            runs.add(seed < 3 ? Runs.diverged("90", seed) : Runs.completed("90", seed, 0.5, 0.5, 3));
        }
        Report report = StoredResults.report(sweep, runs);
        assertEquals(3, report.ranking().race().orElseThrow().of("config-90").out());
        assertEquals(List.of(3, 3), report.ranking().rows().stream().map(row -> row.runs().size()).toList());
        assertEquals(report.runs(), StoredResults.underWay(sweep, runs).runs());
    }
}
