package gridrun.tracking;

import gridrun.result.StoredResults;
import gridrun.store.DatasetInput;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with a planned sweep, and a server in memory to publish it to. */
class PublishingFixture {

    static final int EPOCHS = 30;
    static final ProgressListener SILENT = (owed, trouble) -> {};
    static final Timing QUICK = new Timing(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(2),
            Duration.ofMillis(20), Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofSeconds(3));

    @TempDir
    Path results;

    final SweepPlan plan = Plans.sweep("sweep", "0.1", "0.01", "1e-3", "0.5", "0.7", "0.9");
    final String first = plan.runs().get(0).runKey();
    FakeMlflow mlflow;
    Store store;

    @BeforeEach
    void open() throws IOException {
        mlflow = new FakeMlflow();
        store = Store.open(results);
        store.plan(plan);
    }

    @AfterEach
    void close() {
        store.close();
        mlflow.close();
    }

    void record() {
        Recording sweep = store.begin(plan.sweepId(), 1);
        plan.runs().forEach(planned -> {
            Recording run = store.start(planned.runKey(), 10);
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                run.metrics(epoch, 10 + epoch, Map.of("loss", 1.0 / epoch, "val_loss", 2.0 / epoch));
            }
            run.metric("test_loss", EPOCHS, 90, 0.1);
            run.dataset(new DatasetInput("moons", "d", "d", "train", "generated", "{}", "", ""));
            run.artifacts(Map.of("config.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8),
                    "plots/loss.svg", new byte[100]));
            run.finish(Outcome.COMPLETED, 100);
        });
        sweep.artifact("results.csv", new byte[3]);
        sweep.finish(Outcome.COMPLETED, 200);
    }

    PublishReport publish() {
        return publish(store, QUICK);
    }

    /** The same of another store. */
    PublishReport publish(Store from, Timing timing) {
        try (Publisher publisher = new Publisher(from, mlflow.server(), "sweep", StoredResults::report, timing)) {
            return publisher.publish(SILENT);
        }
    }

    List<RemoteDifference> verify() throws Exception {
        return verify(store).differences();
    }

    /** The same of another store, with what is only told. */
    ServerComparison verify(Store from) throws Exception {
        try (Publisher publisher = new Publisher(from, mlflow.server(), "sweep", StoredResults::report)) {
            return publisher.verify();
        }
    }
}
