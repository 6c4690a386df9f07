package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.artifact.SweepFiles;
import gridrun.data.DatasetSpec;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.plan.Job;
import gridrun.store.Artifact;
import gridrun.store.DurableFiles;
import gridrun.store.Outcome;
import gridrun.store.Facts;
import gridrun.store.PlannedRun;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepPlan;
import gridrun.store.SweepSnapshot;
import gridrun.train.Numerics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An experiment in the store: its plan before the first run, its table and plots after the last one. */
public final class SweepRecord {

    private final Store store;
    private final Experiment experiment;
    private final String sweepId;
    private final GitFacts git;

    private SweepRecord(Store store, Experiment experiment, String sweepId, GitFacts git) {
        this.store = store;
        this.experiment = experiment;
        this.sweepId = sweepId;
        this.git = git;
    }

    /** Writes the plan down, before anything runs. */
    public static SweepRecord plan(Store store, Experiment experiment, List<Job> jobs) {
        GitFacts git = GitFacts.of(experiment.file().toAbsolutePath().getParent());
        String sweepId = experiment.isSingle() ? singleId(jobs.get(0)) : experiment.sweepId();
        SweepRecord record = new SweepRecord(store, experiment, sweepId, git);
        record.plan(jobs);
        return record;
    }

    /** Writes down other jobs as those that are planned now; those of before stay the sweep's. */
    public void plan(List<Job> jobs) {
        Map<String, String> tags = experiment.tags().lasting();
        Map<DatasetSpec, Map<String, String>> files = new IdentityHashMap<>(); // thousands of runs share their data
        List<PlannedRun> runs = jobs.stream().map(job -> planned(
                job, files.computeIfAbsent(job.spec().data(), data -> job.spec().files()), tags)).toList();
        store.plan(new SweepPlan(sweepId, experiment.name(), !experiment.isSingle(),
                experiment.description() == null ? "" : experiment.description(), experiment.tags().all(),
                experiment.metric().name(), experiment.metric().goal(),
                experiment.axes(), experiment.file().toString(), System.currentTimeMillis(), runs,
                facts(experiment)));
    }

    private static Map<String, String> facts(Experiment experiment) {
        Map<String, String> facts = new LinkedHashMap<>(experiment.terms().texts());
        if (experiment.title() != null) {
            facts.put(Facts.TITLE, experiment.title());
        }
        return facts;
    }

    /** A single run has no sweep; it is kept under an identity of its own, made of the experiment and the run. */
    private static String singleId(Job job) {
        return DurableFiles.sha256((job.spec().experiment() + "\n" + job.runKey() + "\n" + Numerics.VERSION)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static PlannedRun planned(Job job, Map<String, String> files, Map<String, String> tags) {
        RunSpec spec = job.spec();
        Map<String, String> own = new LinkedHashMap<>();
        if (spec.seeds().isOne()) {
            own.put(Run.SEED, spec.seeds().toString());
        } else {
            spec.seeds().byName().forEach((purpose, seed) -> own.put(Run.seedOf(purpose), seed.toString()));
        }
        if (spec.fold() > 0) {
            own.put(Run.FOLD, Integer.toString(spec.fold()));
        }
        return new PlannedRun(job.runKey(), spec.name(), spec.configId(), spec.seed(), job.version(), spec.swept(),
                spec.params(), own, files, tags);
    }

    /** A listener that writes down what this command says of a run the moment the run is trained, and hands all on. */
    public RunListener tagging(RunListener listener) {
        return new Tagging(store, experiment.tags(), git, listener);
    }

    /** The sweep as the store has it. */
    public Sweep sweep() {
        return store.sweep(sweepId).orElseThrow();
    }

    /** Those of the planned runs that a command plans, in its order; what was never planned is left out. */
    public List<Run> runs(List<Job> jobs) {
        Map<String, Run> runs = store.runs(sweepId).stream().collect(Collectors.toMap(Run::runKey, run -> run));
        return jobs.stream().map(job -> runs.get(job.runKey())).filter(Objects::nonNull).toList();
    }

    /** Where the sweep's own files are, or those of the only run. */
    public Path directory() {
        return experiment.isSingle() ? store.runDirectory(store.runs(sweepId).get(0).runKey())
                : store.sweepDirectory(sweep());
    }

    /** Whether all is as an earlier command left it, its tables included, so that there is nothing to record. */
    public boolean isFinished() {
        Sweep sweep = sweep();
        return sweep.state() == RunState.DONE && sweep.outcome().filter(Outcome.COMPLETED::equals).isPresent()
                && (experiment.isSingle()
                        || haveTables(sweep) && (new TablesMark(store).isOn(sweep) || files().areCurrent()));
    }

    /** Pictures and the report are looked after where they are made. */
    private boolean haveTables(Sweep sweep) {
        return store.lostFiles(sweep).stream()
                .allMatch(file -> Artifact.isPicture(file) || file.equals(SweepReport.FILE));
    }

    /** The sweep with its runs as everything that was handed over has left them. */
    public SweepSnapshot snapshot() {
        store.flush(); // the last pictures may not be recorded yet
        return store.snapshot(sweepId);
    }

    /** Notes for the next command that the tables are as they should be, if they are; nothing is recorded after it. */
    public void settle(SweepSnapshot last) {
        new TablesMark(store).put(last);
    }

    /** Opens the sweep's recording; {@link #finish} or {@link Recording#close} ends it. */
    public Recording begin() {
        Recording recording = store.begin(sweepId, System.currentTimeMillis());
        recording.facts(git.facts());
        return recording;
    }

    /** Records the end. */
    public void finish(Recording recording, boolean interrupted) {
        // What MLflow shows of an experiment as a whole: the parent, or the only run.
        Recording shown = experiment.isSingle() ? store.amend(store.runs(sweepId).get(0).runKey()) : recording;
        git.diff().ifPresent(diff -> shown.artifact("git.diff", diff.getBytes(StandardCharsets.UTF_8)));
        recording.finish(interrupted ? Outcome.INTERRUPTED : Outcome.COMPLETED, System.currentTimeMillis());
    }

    /**
     * Records the table and the best configuration of runs that have ended. A command that is killed before leaves that
     * to the next one.
     *
     * @param projections makes them
     */
    public void tabulate(Projections projections) {
        if (!experiment.isSingle()) {
            projections.attempt("the summary", experiment.name(), () -> {
                store.amend(sweepId).artifacts(projections.files(experiment.name(), files().tables()));
                store.flush(); // pictures are told by the table that was recorded
            });
        }
    }

    private SweepFiles files() {
        return new SweepFiles(store, sweep(), store.runs(sweepId));
    }
}
