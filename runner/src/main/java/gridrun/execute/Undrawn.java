package gridrun.execute;

import gridrun.artifact.LayerRecord;
import gridrun.artifact.Projections;
import gridrun.artifact.RunPictures;
import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.experiment.RunSpec;
import gridrun.nn.Network;
import gridrun.plan.Job;
import gridrun.plot.Plots;
import gridrun.result.Results;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.trained.TrainedRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs that are done and have no pictures. A run's end is recorded before its pictures are made, so that these can
 * neither fail nor lose it: a kill between the two, or a machine that could not draw, leaves them to a later command.
 */
public final class Undrawn {

    private final Store store;
    private final List<Job> jobs;

    /** @param runs as the store has them, in the order of the jobs */
    public Undrawn(Store store, List<Job> jobs, List<Run> runs) {
        this.store = store;
        List<Job> undrawn = IntStream.range(0, jobs.size()).filter(i -> runs.get(i).hasResult())
                .filter(i -> runs.get(i).artifacts().stream().noneMatch(file -> file.path().equals(RunPictures.CURVES)))
                .mapToObj(jobs::get).toList();
        this.jobs = undrawn.isEmpty() || Plots.areAvailable() ? undrawn : List.of();
    }

    /** Whether there are none, or this machine cannot draw either. */
    public boolean isEmpty() {
        return jobs.isEmpty();
    }

    /**
     * Draws them; a run whose lock another process has is left to that.
     *
     * @param sweep a sweep of the runs
     */
    public void draw(Sweep sweep, DataLoader loader, Projections projections) {
        for (Job job : jobs) {
            store.tryLockRun(job.runKey()).ifPresent(lock -> {
                projections.attempt("pictures", job.spec().name(),
                        () -> draw(sweep, job, loader, projections));
                lock.close();
            });
        }
    }

    private void draw(Sweep sweep, Job job, DataLoader loader, Projections projections) throws IOException {
        RunSpec spec = job.spec();
        Run run = store.run(job.runKey()).orElseThrow();
        Splits data = loader.load(spec.data(), spec.seed());
        Network network = run.outcome().filter(Outcome.COMPLETED::equals).isPresent()
                ? TrainedRun.load(store, sweep, run).network() : null;
        Integer kept = store.metrics(job.runKey(), Training.KEPT_EPOCH).stream().findFirst()
                .map(metric -> (int) metric.value()).orElse(null);
        Map<String, byte[]> files = projections.files(spec.name(), RunPictures.of(spec,
                Results.curves(store, job.runKey()), kept, LayerRecord.stored(store, job.runKey()), network, data));
        if (!files.isEmpty()) {
            store.amend(job.runKey()).artifacts(files);
        }
    }
}
