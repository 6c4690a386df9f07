package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs with as much of them as is asked for. */
class DetailTest {

    @TempDir
    Path results;

    private final SweepPlan plan = Plans.sweep("lr", "0.1", "0.2");

    private void train(Store store) {
        store.plan(plan);
        Recording run = store.start(plan.runs().get(0).runKey(), 1);
        run.metrics(1, 1, Map.of("loss", 9.0));
        run.dataset(new DatasetInput("moons", "d", "d", "train", "generated", "{}", "", ""));
        run.artifacts(Map.of("config.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8)));
        run.facts(Map.of(Facts.WEIGHTS_SHA256, "f"));
        run.surroundings(Map.of(Facts.GIT_COMMIT, "c"));
        run.finish(Outcome.COMPLETED, 7);
    }

    private static Run without(Run run) {
        return new Run(run.runKey(), run.name(), run.configId(), run.seed(), run.repeat(), run.swept(), run.params(),
                run.superseded(), run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(),
                Map.of(), List.of(), List.of(), run.summary());
    }

    @Test
    void runs_withoutDetails_areTheSameOtherwise() {
        try (Store store = Store.open(results)) {
            train(store);
            assertEquals(store.runs(plan.sweepId()).stream().map(DetailTest::without).toList(),
                    store.runs(plan.sweepId(), Set.of()));
            assertEquals(store.runs(plan.sweepId()), store.runs(plan.sweepId(), EnumSet.allOf(Detail.class)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void runs_withOneDetail_haveThatAlone(Detail detail) {
        try (Store store = Store.open(results)) {
            train(store);
            Run whole = store.runs(plan.sweepId()).get(0);
            Run run = store.runs(plan.sweepId(), Set.of(detail)).get(0);
            assertEquals(detail == Detail.TAGS ? whole.tags() : Map.of(), run.tags());
            assertEquals(detail == Detail.DATASETS ? whole.datasets() : List.of(), run.datasets());
            assertEquals(detail == Detail.ARTIFACTS ? whole.artifacts() : List.of(), run.artifacts());
            assertEquals(List.of(1, 1, 1), List.of(whole.tags().size(), whole.datasets().size(),
                    whole.artifacts().size()), "there is some of each");
        }
    }

    @Test
    void params_areTheSettingsInTheFilesOrder_andFactsAreSorted() {
        try (Store store = Store.open(results)) {
            train(store);
            Run run = store.runs(plan.sweepId(), Set.of()).get(0);
            assertEquals(store.params(run.runKey()), run.params());
            assertEquals(List.copyOf(store.params(run.runKey()).keySet()), List.copyOf(run.params().keySet()));
            assertEquals(List.of(Facts.GIT_COMMIT, Facts.WEIGHTS_SHA256), List.copyOf(run.facts().keySet()));
            assertEquals("c", run.facts().get(Facts.GIT_COMMIT));
        }
    }
}
