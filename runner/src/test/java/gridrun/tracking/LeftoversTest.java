package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that were cut off within the server, which leaves the file that it had begun beside the wanted one. */
@Tag("slow")
class LeftoversTest extends PublishingFixture {

    private static final String LEFTOVER = "plots/.artifact.uploading.08kjdnk8";

    /** Lets the server die within the upload of the first run's picture, so many times; tells how often it is left. */
    private AtomicInteger dieWithinUploads(int times) {
        AtomicInteger left = new AtomicInteger(times);
        mlflow.troubles.add((request, exchange) -> {
            if (!request.method().equals("PUT") || !request.path().endsWith("plots/loss.svg")) {
                return false;
            }
            FakeRun run = mlflow.runs.get(request.path().replaceFirst(".*/artifacts/1/", "").replaceFirst("/.*", ""));
            if (!first.equals(run.tags.get(Tags.RUN_KEY)) || left.getAndDecrement() <= 0) {
                return false;
            }
            run.artifacts.put(LEFTOVER + left.get(), 0);
            return true;
        });
        return left;
    }

    private List<String> there() {
        return mlflow.byTag(Tags.RUN_KEY, first).artifacts.keySet().stream().sorted().toList();
    }

    @Test
    void publish_aServerThatDiedWithinUploads_hasNoFileOfThem() throws Exception {
        record();
        dieWithinUploads(2);
        assertTrue(publish().isComplete());
        assertEquals(List.of("SHA256SUMS", "config.yaml", "plots/loss.svg"), there());
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_afterOneThatDiedWithItsServer_deletesWhatTheServerHadBegun() throws Exception {
        record();
        AtomicInteger left = dieWithinUploads(Integer.MAX_VALUE);
        try (Publisher died = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            died.start();
            while (left.get() == Integer.MAX_VALUE) {
                Thread.onSpinWait();
            }
        }
        mlflow.troubles.clear();
        assertTrue(publish().isComplete());
        assertEquals(List.of("SHA256SUMS", "config.yaml", "plots/loss.svg"), there());
    }

    @Test
    void repair_aFileThatAnUploadLeft_deletesIt() throws Exception {
        record();
        publish();
        mlflow.byTag(Tags.RUN_KEY, first).artifacts.put(LEFTOVER, 17);
        assertEquals(List.of("0.1 s0: artifact " + LEFTOVER + ": left by an upload that was cut off"),
                verify().stream().map(RemoteDifference::toString).toList());
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            publisher.repair(publisher.verify().differences());
        }
        assertTrue(publish().isComplete());
        assertEquals(List.of(), verify());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405})
    void publish_aServerThatDeletesNothing_isTold(int status) {
        record();
        dieWithinUploads(1);
        mlflow.troubles.add((request, exchange) -> {
            if (!request.method().equals("DELETE")) {
                return false;
            }
            FakeMlflow.send(exchange, status, "");
            return true;
        });
        PublishReport report = publish();
        assertTrue(report.owed().nothing(), report.toString());
        assertEquals(1, report.refusals().size(), report.toString());
        assertTrue(report.refusals().get(0).message().contains("left by an upload that was cut off, and not deleted: "),
                report.toString());
        assertEquals(List.of("SHA256SUMS", "config.yaml", LEFTOVER + 0, "plots/loss.svg"), there());
    }
}
