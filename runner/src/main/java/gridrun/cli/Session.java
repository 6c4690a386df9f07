package gridrun.cli;

import gridrun.data.DataLoader;
import gridrun.execute.Executor;
import gridrun.execute.Job;
import gridrun.execute.Results;
import gridrun.execute.SweepRecord;
import gridrun.experiment.Experiment;
import gridrun.report.Objective;
import gridrun.report.Report;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.tracking.TrackingServer;
import gridrun.train.Goal;
import java.util.List;
import java.util.Optional;

/** One experiment from its plan to its table, on its way to MLflow all the time. */
final class Session {

    private final Store store;
    private final DataLoader loader;
    private final int jobs;
    private final Arguments arguments;
    private final Terminal terminal;
    private final Interruption interruption;

    Session(Store store, DataLoader loader, int jobs, Arguments arguments, Terminal terminal,
            Interruption interruption) {
        this.store = store;
        this.loader = loader;
        this.jobs = jobs;
        this.arguments = arguments;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** Runs what is not done yet; returns the exit code. */
    int run(String file, Experiment experiment, List<Job> all, PlanText plan) throws InterruptedException {
        SweepRecord record = SweepRecord.plan(store, experiment, all, file);
        List<Job> toDo = all.stream().filter(job -> !store.run(job.runKey()).orElseThrow().hasResult()).toList();
        terminal.out().printf("%s (%d done, %d to do)%n", plan.headline(), all.size() - toDo.size(), toDo.size());
        plan.printSummary();
        Tracking tracking = tracking(experiment);
        try {
            train(experiment, record, toDo);
            int code = conclude(record, all);
            if (tracking != null && !interruption.requested()) {
                tracking.finish();
            }
            return code;
        } finally {
            // After Ctrl-C nobody waits for a request under way: the publisher's threads end with the process.
            if (tracking != null && !interruption.requested()) {
                tracking.close();
            }
        }
    }

    private Tracking tracking(Experiment experiment) {
        Optional<String> asked = arguments.value("tracking-uri").or(() -> Optional.ofNullable(experiment.tracking()));
        if (asked.filter("none"::equals).isPresent()) {
            return null;
        }
        return Tracking.begin(terminal, experiment.name(), store, () -> TrackingServer.find(
                asked, arguments.environment(), Settings.managedServer(arguments, terminal)));
    }

    private void train(Experiment experiment, SweepRecord record, List<Job> toDo) {
        if (toDo.isEmpty() && record.isFinished()) {
            return;
        }
        Objective objective = new Objective(
                experiment.metric().name(), experiment.metric().goal() == Goal.MAXIMIZE);
        long epochs = toDo.stream().mapToLong(job -> job.spec().train().epochs()).sum();
        try (Recording recording = record.begin()) {
            try (Progress progress =
                    new Progress(terminal, experiment.name(), objective.metric(), toDo.size(), epochs)) {
                new Executor(store, loader, jobs, progress, interruption::requested).run(toDo, objective);
            }
            record.finish(recording, interruption.requested());
        }
    }

    /** Prints the table, or how far an interrupted sweep came; returns the exit code. */
    private int conclude(SweepRecord record, List<Job> all) {
        List<Run> runs = record.runs(all);
        long done = runs.stream().filter(Run::hasResult).count();
        if (interruption.requested()) {
            terminal.err().printf("interrupted: %d of %d runs are done; the same command continues%n",
                    done, runs.size());
            return Exit.INTERRUPTED;
        }
        Report report = Results.report(record.sweep(), runs);
        terminal.out().println();
        terminal.out().print(report.table(terminal.width(), terminal.unicode()));
        terminal.out().println();
        terminal.out().println("results: " + record.directory());
        boolean failed = runs.stream().anyMatch(run -> run.outcome().filter(Outcome.FAILED::equals).isPresent());
        return failed ? Exit.RUN_FAILED : Exit.DONE;
    }
}
