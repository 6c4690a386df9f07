package gridrun.session;

import gridrun.artifact.Projections;
import gridrun.checkpoint.Checkpoints;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.data.DataUnavailable;
import gridrun.data.DatasetSpec;
import gridrun.data.Download;
import gridrun.execute.Drawing;
import gridrun.execute.DrawingBehind;
import gridrun.execute.Executor;
import gridrun.execute.Keeping;
import gridrun.execute.Profiles;
import gridrun.execute.SweepRecord;
import gridrun.execute.SweepReport;
import gridrun.experiment.Experiment;
import gridrun.experiment.PlotPolicy;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Plan;
import gridrun.plan.Reuse;
import gridrun.plot.Plots;
import gridrun.report.Report;
import gridrun.result.ExpectationVerdict;
import gridrun.result.StoredResults;
import gridrun.result.WeightsComparison;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.store.SweepSnapshot;
import gridrun.tracking.ManagedServer;
import gridrun.tracking.TrackingServer;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs experiments on a results directory, one after the other: plans, trains what is not done yet, records, draws
 * conclusions, publishes. It prints nothing, never ends the process, and tells a listener how it goes.
 *
 * <p>Several experiments at once take a session each, in one process or several, on one results directory or several: a
 * run that two of them plan is trained once.
 *
 * <pre>{@code
 * try (Session session = Session.open(SessionOptions.in(Path.of("results")), SessionListener.NOBODY)) {
 *     Conclusion conclusion = session.run(experiment);
 * }
 * }</pre>
 */
public final class Session implements AutoCloseable {

    private final Store store;
    private final DataLoader loader;
    private final SessionOptions options;
    private final SessionListener listener;

    private Session(Store store, DataLoader loader, SessionOptions options, SessionListener listener) {
        this.store = store;
        this.loader = loader;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Opens the results directory, creating what is not there.
     *
     * @throws StoreException if it cannot be used
     */
    public static Session open(SessionOptions options, SessionListener listener) {
        return open(options, listener, new DataLoader(
                new DataDirectory(options.data(), new Download(listener::noted))));
    }

    /**
     * The same where data sets have been loaded already.
     *
     * @throws StoreException if the results directory cannot be used
     */
    public static Session open(SessionOptions options, SessionListener listener, DataLoader loader) {
        return new Session(Store.open(options.results()), loader, options, listener);
    }

    /** What the results hold; open as long as the session is. */
    public Store store() {
        return store;
    }

    /** What an experiment would come to now; trains nothing, and writes nothing. */
    public Plan plan(Experiment experiment) {
        return Plan.of(experiment).with(store, options.rules()::isDone);
    }

    /** Runs an experiment; as {@link #run(Plan)}. */
    public Conclusion run(Experiment experiment) throws IOException {
        return run(Plan.of(experiment));
    }

    /**
     * Runs what is not done yet of an experiment, and returns what it has come to.
     *
     * <p>An interrupt of the thread that calls, or {@link SessionOptions#stop}, has the runs stop at their next step.
     * What was trained by then stands, the conclusion says that it was interrupted, and the thread stays so.
     *
     * @param asked the plan, whatever it knows of the results
     * @throws DataUnavailable if data cannot be had, so that nothing was run
     * @throws Plan.TooLarge if runs do not fit into the memory, so that nothing was run
     * @throws DataLost if data were changed since they were planned with, or cannot be read any more; what was trained
     *     by then stands, with its tables, and the experiment, run again, continues
     * @throws StoreException if results cannot be recorded
     */
    public Conclusion run(Plan asked) throws IOException {
        asked.checkMemory(options.concurrency().jobs());
        for (DatasetSpec data : asked.experiment().data()) {
            loader.prepare(data);
        }
        StopSignal stop = new StopSignal(options.stop());
        try {
            stop.noted();
            store.reconcile(System.currentTimeMillis());
            SweepRecord record = SweepRecord.plan(store, asked.experiment(), asked.round().jobs());
            if (options.rules().retryFailed()) {
                new LostFiles(store).takeBack(record.runs(asked.jobs()));
            }
            Plan plan = asked.with(record.runs(asked.jobs()), options.rules()::isDone);
            listener.planned(plan);
            new Checkpoints(store.directory()).prune(
                    plan.known().values().stream().filter(Run::hasResult).map(Run::runKey).toList());
            List<String> reuse = Reuse.of(
                    store, plan.experiment().name(), plan.toDo(), options.rules().fresh());
            if (!reuse.isEmpty()) {
                listener.reused(plan, reuse);
            }
            return run(plan, record, stop);
        } finally {
            stop.restore();
        }
    }

    private Conclusion run(Plan plan, SweepRecord record, StopSignal stop) throws IOException {
        Optional<Publishing> publishing = publishing(plan.experiment(), stop);
        try {
            Profiles profiles = new Profiles(options.profile(), options.formats());
            Projections projections = new Projections(listener::warned);
            Drawing drawing = new Drawing(store, record.sweep(), loader, projections, options.formats());
            Trained trained = trainOrLeave(plan, record, drawing, profiles, projections, stop);
            Conclusion conclusion = conclude(plan, trained, record, stop.noted());
            listener.concluded(conclusion);
            if (trained.anew) {
                record.tabulate(projections);
            }
            if (options.profile() && !stop.noted()) {
                new Surveying(store, loader, profiles, listener, stop).survey(trained.last, conclusion.runs(),
                        options.concurrency(plan.toDo().size()).jobs(),
                        options.concurrency(trained.last.jobs().size()).threads()).ifPresent(listener::profiled);
            }
            publishing.ifPresent(Publishing::trained);
            new Keeping(store, record.sweep(), loader, projections)
                    .keep(options.keep(), conclusion.runs(), stop::noted);
            draw(plan, drawing, conclusion.runs(), publishing.isPresent(), stop);
            report(plan, record, projections, stop);
            Optional<Publication> publication = stop.noted()
                    ? Optional.empty() : publishing.map(Publishing::finish);
            return conclusion.with(stop.noted(), projections.areRecorded(), publication);
        } finally {
            publishing.ifPresent(Publishing::close);
        }
    }

    private Optional<Publishing> publishing(Experiment experiment, StopSignal stop) {
        Optional<String> asked = options.tracking(experiment);
        return asked.filter(TrackingServer.NONE::equals).isPresent() ? Optional.empty()
                : Optional.of(Publishing.begin(experiment.name(), store, () -> TrackingServer.find(
                        asked, options.environment(),
                        new ManagedServer(options.results(), options.environment(), listener::noted)), listener, stop));
    }

    /**
     * What was trained.
     *
     * @param last the round that was the last, with all runs that were planned by then; of no race the whole plan
     * @param started whether all its runs were started
     * @param anew whether anything was to do
     */
    private record Trained(Plan last, boolean started, boolean anew) {
    }

    /**
     * Where data are lost, what was trained by then gets its tables and report: a later command, with the data as they
     * are by then, has another sweep.
     */
    private Trained trainOrLeave(Plan plan, SweepRecord record, Drawing drawing, Profiles profiles,
            Projections projections, StopSignal stop) {
        try {
            return train(plan, record, drawing, profiles, stop);
        } catch (DataLost e) {
            record.tabulate(projections);
            report(plan, record, projections, stop);
            throw e;
        }
    }

    /** Trains what is to do; in a race as many rounds as it takes, each of which is planned by the figures so far. */
    private Trained train(Plan plan, SweepRecord record, Drawing drawing, Profiles profiles, StopSignal stop) {
        Plan round = plan.round();
        if (plan.race().isPresent()) {
            record.plan(round.jobs());
        }
        if (round.toDo().isEmpty() && record.isFinished()) {
            return new Trained(round, true, false);
        }
        try (Recording recording = record.begin()) {
            try {
                Trained trained = trainRounds(plan, record, drawing, profiles, stop);
                record.finish(recording, stop.noted() || !trained.started);
                return trained;
            } catch (DataLost e) {
                record.finish(recording, true);
                throw e;
            }
        }
    }

    private Trained trainRounds(Plan plan, SweepRecord record, Drawing drawing, Profiles profiles, StopSignal stop) {
        Plan round = plan.round();
        Set<String> tried = new HashSet<>();
        KernelChoice kernels = plan.kernels(); // of a race's rounds each may be little, and all of them much
        boolean started = trainRound(round, kernels, record, drawing, profiles, stop);
        while (started && !stop.noted() && round.race().isPresent()) {
            round.toDo().forEach(job -> tried.add(job.runKey()));
            Plan now = plan.with(record.runs(plan.jobs()),
                    run -> tried.contains(run.runKey()) || options.rules().isDone(run));
            listener.looked(now);
            if (now.round().jobs().size() == round.jobs().size()) {
                break; // it is over, or lacks what has failed
            }
            round = now.round();
            record.plan(round.jobs());
            started = trainRound(round, kernels, record, drawing, profiles, stop);
        }
        return new Trained(round, started, true);
    }

    /** Returns whether all runs were started. */
    private boolean trainRound(Plan round, KernelChoice kernels, SweepRecord record, Drawing drawing, Profiles profiles,
            StopSignal stop) {
        Concurrency concurrency = options.concurrency(round.toDo().size());
        listener.trainingBegan(round, concurrency);
        try (DrawingBehind behind = new DrawingBehind(
                store, record.sweep(), round, drawing, new Retries(round, listener))) {
            return new Executor(store, loader, kernels, concurrency, record.tagging(behind), options.rules(), profiles,
                    stop).run(round.toDo());
        } finally {
            listener.trainingEnded();
        }
    }

    /** Draws what is to be seen and was not drawn yet, be it that an earlier command was killed before it could. */
    private void draw(Plan plan, Drawing drawing, List<Run> runs, boolean publishing, StopSignal stop) {
        PlotPolicy policy = plan.experiment().plots();
        List<Run> missing = drawing.missing(policy, runs);
        boolean overview = policy != PlotPolicy.NONE && drawing.lacksOverview();
        // A machine that cannot draw is told so where it has trained something, and not by every command.
        if (stop.noted() || missing.isEmpty() && !overview || plan.toDo().isEmpty() && !Plots.areAvailable()) {
            return;
        }
        int jobs = options.concurrency(missing.size() + (overview ? 1 : 0)).jobs();
        // MLflow's server takes a core, and longer than the pictures.
        drawing.draw(missing, overview, publishing ? Math.max(1, jobs - 1) : jobs, stop);
    }

    /** Makes the report that everything is there for by now; one that is of these results stays. */
    private void report(Plan plan, SweepRecord record, Projections projections, StopSignal stop) {
        if (!stop.noted() && !plan.experiment().isSingle()) {
            SweepSnapshot last = record.snapshot();
            new SweepReport(store, last).renew(projections);
            record.settle(last);
        }
    }

    private Conclusion conclude(Plan plan, Trained trained, SweepRecord record, boolean interrupted) {
        List<Run> runs = record.runs(trained.last.jobs());
        Report report = StoredResults.report(record.sweep(), runs);
        List<ExpectationVerdict> verdicts = interrupted
                ? List.of() : ExpectationVerdict.of(plan.experiment().expect(), report, runs.size());
        WeightsComparison repetition = new WeightsComparison(
                options.rules().fresh() ? List.copyOf(plan.known().values()) : List.of());
        return new Conclusion(plan, record.sweep(), record.directory(), runs,
                interrupted ? Map.of() : new LostFiles(store).of(runs), report, verdicts, repetition,
                trained.started, interrupted, true, Optional.empty());
    }

    /** Closes the results; what was recorded is on the disk. */
    @Override
    public void close() {
        store.close();
    }
}
