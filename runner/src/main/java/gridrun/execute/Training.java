package gridrun.execute;

import gridrun.archive.Snapshot;
import gridrun.artifact.ClassFiles;
import gridrun.artifact.Projections;
import gridrun.artifact.RunFiles;
import gridrun.checkpoint.Checkpoint;
import gridrun.checkpoint.Checkpointing;
import gridrun.component.Names;
import gridrun.data.DatasetSpec;
import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.kernel.ScalarKernels;
import gridrun.metric.Metric;
import gridrun.nn.Network;
import gridrun.plan.Job;
import gridrun.store.DatasetInput;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.task.Dataset;
import gridrun.train.Baseline;
import gridrun.train.Trainer;
import gridrun.train.Trainer.Ending;
import gridrun.trained.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Trains one run, from its beginning or from its last checkpoint, to its end and records what comes out. */
public final class Training {

    private final Job job;
    private final Splits data;
    private final Recording recording;
    private final RunListener listener;
    private final Profiles profiles;
    private final Projections projections;
    private final Checkpointing checkpointing;
    private final boolean fresh;
    private final BooleanSupplier stop;
    private final Epochs epochs;

    /** @param fresh whether it begins at its beginning in any case */
    Training(Job job, Splits data, Recording recording, RunListener listener, Profiles profiles,
            Projections projections, Checkpointing checkpointing, boolean fresh, BooleanSupplier stop) {
        this.job = job;
        this.data = data;
        this.recording = recording;
        this.listener = listener;
        this.profiles = profiles;
        this.projections = projections;
        this.checkpointing = checkpointing;
        this.fresh = fresh;
        this.stop = stop;
        this.epochs = new Epochs(job, job.spec().train().trained(data.train().data().size()), recording);
    }

    /** Trains; returns what is left to do then, for which the workplace is not needed. */
    RunEnd run(Workplace workplace) {
        RunSpec spec = job.spec();
        Network network = workplace.network(spec, data, profiles.profiler());
        recording.surroundings(MachineFacts.of(workplace.kernels(), workplace.threads()));
        data.parts().forEach(part -> recording.dataset(input(spec.data(), part)));
        Optional<Checkpoint> from = fresh ? Optional.empty() : checkpointing.latest();
        recording.metrics(0, System.currentTimeMillis(), baseline(network));
        Trainer trainer = trainer(spec, network, data, stop);
        if (from.isPresent() && !goesOn(trainer, from.get())) {
            network = workplace.network(spec, data, profiles.profiler());
            trainer = trainer(spec, network, data, stop);
        }
        Trainer.Result result = train(trainer);
        if (result.ending() == Ending.INTERRUPTED) {
            Trainer stopped = trainer;
            checkpointing.interrupted(() -> epochs.checkpoint(stopped));
            return () -> {
                recording.finish(Outcome.INTERRUPTED, System.currentTimeMillis());
                return new RunEnd.Reached(Outcome.INTERRUPTED, null);
            };
        }
        return finish(network, result, workplace);
    }

    /** Whether a trainer goes on from a checkpoint; it is of no use any more where it cannot. */
    private boolean goesOn(Trainer trainer, Checkpoint from) {
        try {
            trainer.restore(from.state());
        } catch (Snapshot.Unfit e) {
            listener.warned("%s: the checkpoint is of another version and is not used: %s"
                    .formatted(job.spec().name(), e.getMessage()));
            return false;
        }
        epochs.restore(from);
        listener.continued(job, new Continuation(epochs.count(), from.steps(),
                job.spec().train().steps(data.train().data().size()), !from.key().equals(job.runKey())));
        return true;
    }

    private Trainer.Result train(Trainer trainer) {
        epochs.begin();
        checkpointing.begin(epochs::seconds);
        Supplier<Checkpoint> now = () -> epochs.checkpoint(trainer); // once: a step makes nothing for the collector
        return trainer.train(new Trainer.Listener() {

            @Override
            public void epochEnded(int epoch, Map<String, Double> metrics) {
                epochs.ended(metrics);
                listener.epochEnded(job, epoch, metrics);
            }

            @Override
            public void settled(int behind, int steps) {
                checkpointing.settled(behind, steps, now);
            }
        });
    }

    private RunEnd finish(Network network, Trainer.Result result, Workplace workplace) {
        RunSpec spec = job.spec();
        recordSummary(result);
        recording.facts(Map.of(Facts.WEIGHTS_SHA256, network.parameters().sha256()));
        Outcome outcome = result.ending() == Ending.DIVERGED ? Outcome.DIVERGED : Outcome.COMPLETED;
        Map<String, byte[]> files = files(network, outcome);
        Map<String, byte[]> profile = new LinkedHashMap<>();
        projections.attempt("profile", spec.name(), () -> profile.putAll(
                projections.files(spec.name(),
                        profiles.take(job, network.profiler(), workplace.kernels(), workplace.threads()))));
        return () -> {
            recording.artifacts(files);
            if (outcome == Outcome.COMPLETED) {
                checkpointing.completed();
            }
            recording.finish(outcome, System.currentTimeMillis());
            checkpointing.recorded();
            // What was trained is safe from here on, whatever becomes of what is made of it.
            if (!profile.isEmpty()) {
                projections.attempt("profile", spec.name(), () -> recording.artifacts(profile));
            }
            return new RunEnd.Reached(outcome, null);
        };
    }

    /** What a run leaves behind. Of its classes it leaves what can be told of them. */
    private Map<String, byte[]> files(Network network, Outcome outcome) {
        Map<String, byte[]> files = RunFiles.of(job.spec(), network, epochs.history(), epochs.layers(),
                data.preparation());
        if (outcome == Outcome.COMPLETED) {
            projections.attempt("tables", job.spec().name(), () -> files.putAll(projections.files(job.spec().name(),
                    new ClassFiles(new Evaluation(network, data.preparation().classes()), data).tables())));
        }
        return files;
    }

    /** What trains a run's network. */
    static Trainer trainer(RunSpec spec, Network network, Splits data, BooleanSupplier stop) {
        return new Trainer(network, spec.train(), data.train().data(), dataOf(data.validation()), dataOf(data.test()),
                spec.course(), stop);
    }

    /** What the network must beat, on every part; in scalar loops, for vectors' code is not compiled yet. */
    private Map<String, Double> baseline(Network network) {
        Baseline baseline = new Baseline(network.architecture(), new ScalarKernels(), data.train().data());
        List<Metric> measured = job.spec().train().measured(network.architecture().task());
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Splits.Part part : data.parts()) {
            figures.putAll(baseline.metrics(part.data(), measured, Baseline.PREFIX + part.prefix()));
        }
        return figures;
    }

    /** What an epoch does not tell. Which epoch is best is a question, and no fact of the run. */
    private void recordSummary(Trainer.Result result) {
        long now = System.currentTimeMillis();
        recording.metrics(result.keptEpoch(), now, result.test());
        recording.metric(result.ending() == Ending.DIVERGED ? "diverged_at_epoch" : RunFiles.KEPT_EPOCH,
                result.keptEpoch(), now, result.keptEpoch());
    }

    private static Dataset dataOf(Splits.Part part) {
        return part == null ? null : part.data();
    }

    private static DatasetInput input(DatasetSpec spec, Splits.Part part) {
        String name = Names.of(spec.getClass());
        return new DatasetInput(name, part.digest(), part.examples(), part.role(),
                spec.seed() == null ? DatasetInput.GENERATED : DatasetInput.LOCAL, "{\"type\": \"" + name + "\"}",
                part.schema(), part.profile());
    }
}
