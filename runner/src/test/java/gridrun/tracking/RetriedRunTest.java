package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Outcome;
import gridrun.store.Recording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run that failed and was tried again is what an undisturbed one is, in the store and in MLflow. */
class RetriedRunTest extends PublishingFixture {

    private void fail() {
        Recording run = store.start(first, 10);
        run.artifacts(Map.of("plots/half.svg", new byte[3]));
        run.fail("out of memory", "java.lang.OutOfMemoryError", 20);
    }

    private void succeed() {
        Recording run = store.start(first, 30);
        run.artifacts(Map.of("config.yaml", "name: x".getBytes(StandardCharsets.UTF_8)));
        run.finish(Outcome.COMPLETED, 40);
    }

    @Test
    void failure_isToldInTheStoreAndThere_andForgottenWhenItIsTriedAgain() throws Exception {
        fail();
        publish();
        FakeRun there = mlflow.byTag("gridrun.run_key", first);
        assertEquals("out of memory", there.tags.get(Tags.ERROR));
        assertEquals(Set.of("error.log", "plots/half.svg", "SHA256SUMS"), there.artifacts.keySet());
        Path log = store.runDirectory(first).resolve("error.log");
        assertTrue(Files.exists(log));

        succeed();
        assertFalse(Files.exists(log));
        assertEquals(Optional.empty(), store.run(first).orElseThrow().error());
        assertEquals(List.of("config.yaml", "plots/half.svg"),
                store.run(first).orElseThrow().artifacts().stream().map(artifact -> artifact.path()).toList());
        publish();
        assertFalse(there.tags.containsKey(Tags.ERROR), there.tags::toString);
        assertEquals("completed", there.tags.get("outcome"));
        assertEquals(Set.of("config.yaml", "plots/half.svg", "SHA256SUMS"), there.artifacts.keySet());
        assertEquals(List.of(), verify());
    }

    @Test
    void failure_thatWasTakenBackByHand_isNoTrouble() {
        fail();
        publish();
        FakeRun there = mlflow.byTag("gridrun.run_key", first);
        there.tags.remove(Tags.ERROR);
        there.artifacts.remove("error.log");
        succeed();
        assertTrue(publish().isComplete());
    }

    @Test
    void failure_thatIsTakenBackInPassingTrouble_isForgottenAllTheSame() throws Exception {
        fail();
        publish();
        succeed();
        mlflow.answer(1, "runs/get", 500, "");
        mlflow.answer(1, "delete-tag", 500, "");
        PublishReport report = publish();
        assertEquals(List.of(), report.notices());
        assertTrue(report.isComplete(), report.toString());
        assertFalse(mlflow.byTag("gridrun.run_key", first).tags.containsKey(Tags.ERROR));
        assertEquals(List.of(), verify());
    }

    @Test
    void failure_thatWasNeverPublished_costsNoRequest() {
        fail();
        succeed();
        publish();
        assertEquals(List.of(), mlflow.requests.stream().filter(request -> request.method().equals("DELETE")
                || request.path().endsWith("delete-tag")).toList());
    }
}
