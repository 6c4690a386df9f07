package gridrun.dsl;

import gridrun.observed.Curves;
import gridrun.result.StoredResults;
import gridrun.store.Artifact;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.trained.Model;
import gridrun.trained.TrainedNetwork;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run has come to: one training, with one configuration and one seed. */
public final class RunResult {

    private final Run run;
    private final Path store;

    RunResult(Run run, Path store) {
        this.run = run;
        this.store = store;
    }

    /** Its name, of the experiment's, what varies and the seed. */
    public String name() {
        return run.name();
    }

    /** Its seed; where its purposes have seeds of their own, which its params tell, a number for all of them. */
    public long seed() {
        return run.seed();
    }

    /** Its configuration's identity. */
    public String configId() {
        return run.configId();
    }

    /** How it ended; empty where it has not. */
    public Optional<Outcome> outcome() {
        return run.outcome();
    }

    /** Why it failed; empty unless it did. */
    public Optional<String> error() {
        return run.error();
    }

    /** Every setting by its full name, as files write it, and the seed. */
    public Map<String, String> params() {
        return run.params();
    }

    /** Its figures by name: {@code best.val_accuracy}, {@code kept.val_loss}, {@code test_accuracy}. */
    public Map<String, Double> figures() {
        return run.summary();
    }

    /** Its metrics by name, epoch by epoch. */
    public Map<String, Curves.Series> history() {
        try (Store open = Store.read(store)) {
            return StoredResults.curves(open, run.runKey()).metrics();
        }
    }

    /** Where its files are. */
    public Path directory() {
        try (Store open = Store.read(store)) {
            return open.runDirectory(run.runKey());
        }
    }

    /** Its files, relative to its directory: {@code config.yaml}, {@code weights.npz} and others. */
    public List<String> artifacts() {
        return run.artifacts().stream().map(Artifact::path).toList();
    }

    /** The hash of its weights; empty where it has none. */
    public Optional<String> weightsSha256() {
        return Optional.ofNullable(run.facts().get(Facts.WEIGHTS_SHA256));
    }

    /**
     * The net that it trained, with what was fitted to its data.
     *
     * @throws UncheckedIOException if the run left none, or its files are not those that it recorded
     */
    public Model model() {
        try {
            for (Artifact file : run.artifacts()) {
                if (file.path().equals(TrainedNetwork.CONFIG) || file.path().equals(TrainedNetwork.PREPARATION)) {
                    TrainedRun.recorded(directory(), run, file.path());
                }
            }
            Model model = Model.load(directory());
            if (!weightsSha256().equals(Optional.of(model.weightsSha256()))) {
                throw new IOException("%s: the weights are not those that the run recorded".formatted(directory()));
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name() + " " + run.status();
    }
}
