package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.RunStatus;

/** What holds whenever a sweep was published: nothing stands there twice, and nothing is RUNNING. */
class ExactlyOnceFixture extends PublishingFixture {

    final void assertEachOnce() {
        Map<String, Long> counts = mlflow.active().stream().collect(Collectors.groupingBy(
                run -> run.tags.getOrDefault(Tags.RUN_KEY, run.tags.get(Tags.SWEEP_ID)), Collectors.counting()));
        Set<String> keys = new TreeSet<>(plan.runs().stream().map(run -> run.runKey()).toList());
        keys.add(plan.sweepId());
        assertEquals(keys, counts.keySet());
        assertEquals(Set.of(1L), Set.copyOf(counts.values()));
        assertEquals(Set.of(RunStatus.FINISHED),
                mlflow.active().stream().map(run -> run.run.getInfo().getStatus()).collect(Collectors.toSet()));
        List<FakeRun> ended = mlflow.runs.values().stream().filter(run -> !run.isActive()).toList();
        assertTrue(ended.stream().allMatch(run -> run.run.getInfo().getStatus() != RunStatus.RUNNING));
        assertTrue(ended.stream().allMatch(run -> run.tags.containsKey(Tags.DUPLICATE_OF)));
        assertTrue(mlflow.active().stream().noneMatch(run -> run.tags.containsKey(Tags.DUPLICATE_OF)));
        String parent = mlflow.active().stream().filter(run -> run.tags.containsKey(Tags.SWEEP_ID)).findFirst()
                .orElseThrow().run.getInfo().getRunId();
        assertEquals(Set.of(parent), mlflow.active().stream().filter(run -> run.tags.containsKey(Tags.RUN_KEY))
                .map(run -> run.tags.get(Tags.PARENT)).collect(Collectors.toSet()));
    }
}
