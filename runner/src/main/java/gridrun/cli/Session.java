package gridrun.cli;

import gridrun.artifact.Projections;
import gridrun.data.DataLoader;
import gridrun.execute.Executor;
import gridrun.execute.Profiles;
import gridrun.execute.Rules;
import gridrun.execute.SweepRecord;
import gridrun.execute.Undrawn;
import gridrun.experiment.Experiment;
import gridrun.metric.Quantity.Moment;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.report.JUnit;
import gridrun.result.Repetition;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.tracking.TrackingServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One experiment from its plan to its table, on its way to MLflow all the time. */
final class Session {

    private final Store store;
    private final DataLoader loader;
    private final RunOptions options;
    private final Arguments arguments;
    private final Terminal terminal;
    private final Interruption interruption;
    private final Profiles profiles;
    private JUnit.Suite suite;

    Session(Store store, DataLoader loader, RunOptions options, Arguments arguments, Terminal terminal,
            Interruption interruption) {
        this.store = store;
        this.loader = loader;
        this.options = options;
        this.arguments = arguments;
        this.terminal = terminal;
        this.interruption = interruption;
        this.profiles = new Profiles(options.profile());
    }

    /** Runs what is not done yet; returns the exit code. */
    int run(String file, Experiment experiment, PlanText plan) throws IOException, InterruptedException {
        long beganMs = System.currentTimeMillis();
        List<Job> all = Job.of(experiment);
        SweepRecord record = SweepRecord.plan(store, experiment, all, file);
        List<Run> before = record.runs(all);
        List<Job> toDo = IntStream.range(0, all.size())
                .filter(i -> !options.rules().isDone(before.get(i))).mapToObj(all::get).toList();
        if (!options.quiet()) {
            terminal.out().printf("%s (%s)%n", plan.headline(), counts(before, toDo));
            plan.printSummary();
        }
        Tracking tracking = tracking(experiment);
        try {
            boolean started = train(experiment, record, toDo, new Undrawn(store, all, before));
            Conclusion conclusion = new Conclusion(
                    terminal, experiment, record, record.runs(all), interruption.requested(),
                    new DivergenceRule(options.failOnDivergence()));
            int code = conclusion.tell(started, failedBefore(before, toDo),
                    new Repetition(options.rules().fresh() ? before : List.of()));
            suite = conclusion.suite(beganMs, store);
            if (options.profile() && !interruption.requested()) {
                new ProfileReview(terminal, store, loader, profiles, interruption::requested).tell(record, all,
                        concurrency(toDo.size()).jobs(), concurrency(all.size()).threads(), options.quiet());
                code = interruption.requested() ? Exit.worse(code, Exit.INTERRUPTED) : code;
            }
            if (tracking != null && !interruption.requested() && !tracking.finish(options.quiet())
                    && options.requireTracking()) {
                code = Exit.worse(code, Exit.NOT_DELIVERED);
            }
            return code;
        } finally {
            // After Ctrl-C nobody waits for a request under way: the publisher's threads end with the process.
            if (tracking != null && !interruption.requested()) {
                tracking.close();
            }
        }
    }

    /** What became of the runs and of what was expected of them, once the session has run. */
    JUnit.Suite suite() {
        return suite;
    }

    private static String counts(List<Run> before, List<Job> toDo) {
        int failed = failedBefore(before, toDo).size();
        return "%d done, %s%d to do".formatted(before.size() - toDo.size() - failed,
                failed == 0 ? "" : failed + " failed before, ", toDo.size());
    }

    /** Those that failed before and are not tried again. */
    private static List<Run> failedBefore(List<Run> before, List<Job> toDo) {
        Set<String> tried = toDo.stream().map(Job::runKey).collect(Collectors.toSet());
        return before.stream().filter(Rules::hasFailed).filter(run -> !tried.contains(run.runKey())).toList();
    }

    private Tracking tracking(Experiment experiment) {
        Optional<String> asked = Settings.tracking(arguments, experiment.tracking());
        if (asked.filter(TrackingServer.NONE::equals).isPresent()) {
            return null;
        }
        return Tracking.begin(terminal, experiment.name(), store, () -> TrackingServer.find(
                asked, arguments.environment(), Settings.managedServer(arguments, terminal)));
    }

    private Concurrency concurrency(int runs) {
        return options.concurrency().of(runs, Runtime.getRuntime().availableProcessors());
    }

    /** Trains, and draws what an earlier command left undrawn; returns whether all runs were started. */
    private boolean train(Experiment experiment, SweepRecord record, List<Job> toDo, Undrawn undrawn) {
        if (toDo.isEmpty() && undrawn.isEmpty() && record.isFinished()) {
            return true;
        }
        String metric = experiment.metric().quantity().at(Moment.BEST).metric();
        int cores = Runtime.getRuntime().availableProcessors();
        Concurrency concurrency = concurrency(toDo.size());
        if (concurrency.note(cores) != null && !options.quiet()) {
            terminal.err().println(concurrency.note(cores));
        }
        long epochs = toDo.stream().mapToLong(job -> job.spec().train().epochs()).sum();
        try (Recording recording = record.begin()) {
            boolean started;
            try (Progress progress = new Progress(
                    terminal, options.quiet(), experiment.name(), metric, toDo.size(), epochs)) {
                started = new Executor(store, loader, concurrency, record.tagging(progress), options.rules(), profiles,
                        interruption::requested).run(toDo);
            }
            Projections projections = new Projections(terminal.err()::println);
            if (!interruption.requested()) {
                undrawn.draw(record.sweep(), loader, projections);
            }
            record.finish(recording, interruption.requested() || !started, projections);
            return started;
        }
    }
}
