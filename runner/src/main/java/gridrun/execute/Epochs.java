package gridrun.execute;

import gridrun.artifact.LayerRecord;
import gridrun.checkpoint.Checkpoint;
import gridrun.observed.History;
import gridrun.plan.Job;
import gridrun.store.Recording;
import gridrun.train.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The epochs of a run so far: each is recorded when it ends, and all are part of a checkpoint. */
final class Epochs {

    private final Job job;
    private final int examples;
    private final Recording recording;
    private final List<Checkpoint.Epoch> ended = new ArrayList<>();
    private final History history = new History();
    private final LayerRecord layers = new LayerRecord();
    private double secondsBefore;
    private long beganNs;

    /** @param examples that an epoch trains on */
    Epochs(Job job, int examples, Recording recording) {
        this.job = job;
        this.examples = examples;
        this.recording = recording;
    }

    /** Those of a checkpoint, as they were measured. Their rows may stand in the store already: then they stay. */
    void restore(Checkpoint from) {
        from.epochs().forEach(this::record);
        secondsBefore = from.stepSeconds();
    }

    /** Training begins, or goes on. */
    void begin() {
        beganNs = System.nanoTime();
    }

    void ended(Map<String, Double> metrics) {
        double seconds = secondsOfThis();
        beganNs = System.nanoTime();
        secondsBefore = 0;
        record(new Checkpoint.Epoch(System.currentTimeMillis(), seconds, metrics));
    }

    private void record(Checkpoint.Epoch epoch) {
        ended.add(epoch);
        history.add(LayerRecord.ofNetwork(epoch.metrics()));
        Map<String, Double> timed = new LinkedHashMap<>(layers.add(ended.size(), epoch.metrics()));
        timed.put("system/epoch_seconds", epoch.seconds());
        timed.put("system/examples_per_second", examples / epoch.seconds());
        recording.metrics(ended.size(), epoch.endMs(), timed);
    }

    private double secondsOfThis() {
        return secondsBefore + (System.nanoTime() - beganNs) / 1e9;
    }

    /** The time that was trained so far, by this command and by earlier ones. */
    double seconds() {
        return secondsOfThis() + ended.stream().mapToDouble(Checkpoint.Epoch::seconds).sum();
    }

    int count() {
        return ended.size();
    }

    /** What the run can go on from; the trainer stands where it can be saved. */
    Checkpoint checkpoint(Trainer trainer) {
        return new Checkpoint(job.runKey(), job.version(), List.copyOf(ended), trainer.epochSteps(), secondsOfThis(),
                trainer.snapshot());
    }

    /** The metrics without those of single layers. */
    History history() {
        return history;
    }

    LayerRecord layers() {
        return layers;
    }
}
