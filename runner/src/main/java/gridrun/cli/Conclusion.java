package gridrun.cli;

import gridrun.execute.Rules;
import gridrun.execute.SweepRecord;
import gridrun.experiment.Experiment;
import gridrun.report.JUnit;
import gridrun.report.Report;
import gridrun.result.Repetition;
import gridrun.result.Results;
import gridrun.result.Verdict;
import gridrun.store.Metric;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What an experiment's session comes to: the table, what was expected, what failed, and the exit code. */
final class Conclusion {

    private static final int MOST_FAILURES_SHOWN = 10;

    private final Terminal terminal;
    private final Experiment experiment;
    private final SweepRecord record;
    private final List<Run> runs;
    private final boolean interrupted;
    private final DivergenceRule divergence;
    private final Report report;
    private final List<Verdict> verdicts;

    /**
     * @param runs as they stand now, in the order of the plan
     * @param divergence what diverged runs are taken for
     */
    Conclusion(Terminal terminal, Experiment experiment, SweepRecord record, List<Run> runs, boolean interrupted,
               DivergenceRule divergence) {
        this.terminal = terminal;
        this.experiment = experiment;
        this.record = record;
        this.runs = runs;
        this.interrupted = interrupted;
        this.divergence = divergence;
        this.report = Results.report(record.sweep(), runs);
        this.verdicts = interrupted ? List.of() : Verdict.of(experiment.expect(), report, runs.size());
    }

    /**
     * Prints it, or how far an interrupted sweep came; returns the exit code.
     *
     * @param started whether all runs were started
     * @param failedBefore what failed before and was not tried again
     * @param repetition the weights before runs were trained again
     */
    int tell(boolean started, List<Run> failedBefore, Repetition repetition) {
        if (interrupted) {
            terminal.err().printf("interrupted: %d of %d runs are done; the same command continues%n",
                    runs.stream().filter(Run::hasResult).count(), runs.size());
            return Exit.INTERRUPTED;
        }
        terminal.out().println();
        terminal.out().print(report.table(terminal.width(), terminal.unicode()));
        terminal.out().println();
        verdicts.forEach(this::tell);
        tellRepetition(repetition);
        terminal.out().println("results: " + record.directory());
        tellFailures(failedBefore);
        divergence.tell(runs, terminal);
        long failed = runs.stream().filter(Rules::hasFailed).count();
        if (!started) {
            terminal.err().printf("given up after %s: %d of %d runs were not started; the same command starts them%n",
                    failed == 1 ? "a failed run" : failed + " failed runs",
                    runs.stream().filter(run -> run.outcome().isEmpty()).count(), runs.size());
        }
        boolean missed = verdicts.stream().anyMatch(verdict -> !verdict.holds());
        boolean unrepeated = !repetition.different(runs).isEmpty();
        return failed > 0 || !started || unrepeated || divergence.fails(runs) ? Exit.RUN_FAILED
                : missed ? Exit.MISSED : Exit.DONE;
    }

    private void tell(Verdict verdict) {
        String head = (verdict.holds() ? "ok      " : "missed  ") + verdict.expectation() + ":";
        boolean fits = head.length() + 1 + verdict.found().length() <= terminal.width();
        terminal.out().println(head + (fits ? " " : System.lineSeparator() + "        ") + verdict.found());
        if (verdicts.indexOf(verdict) == verdicts.size() - 1) {
            terminal.out().println();
        }
    }

    private void tellRepetition(Repetition repetition) {
        long same = repetition.same(runs);
        if (same > 0) {
            terminal.out().printf("trained again to the same weights, bit for bit: %d of %d runs%n", same, runs.size());
        }
        for (Run run : repetition.different(runs)) {
            terminal.err().printf("%s was trained again to other weights than before: this is a mistake of Gridrun's, "
                    + "or of the machine's%n", run.name());
        }
    }

    private void tellFailures(List<Run> failedBefore) {
        failedBefore.stream().limit(MOST_FAILURES_SHOWN).forEach(run ->
                terminal.err().printf("failed before: %s: %s%n", run.name(), run.error().orElse("")));
        if (failedBefore.size() > MOST_FAILURES_SHOWN) {
            terminal.err().printf("and %,d more%n", failedBefore.size() - MOST_FAILURES_SHOWN);
        }
        if (!failedBefore.isEmpty()) {
            terminal.err().println("--retry-failed tries again what failed before");
        }
    }

    /**
     * The same for CI systems: a case a run, and one an expectation.
     *
     * @param beganMs when the session began, milliseconds since 1970
     */
    JUnit.Suite suite(long beganMs, Store store) {
        List<JUnit.Case> cases = new ArrayList<>();
        runs.forEach(run -> cases.add(ofRun(run, store)));
        for (Verdict verdict : verdicts) {
            cases.add(new JUnit.Case(experiment.name() + ".expect", verdict.expectation().toString(), 0,
                    verdict.holds() ? JUnit.Result.PASSED : JUnit.Result.MISSED, "found " + verdict.found()));
        }
        if (interrupted) {
            experiment.expect().forEach(expectation -> cases.add(new JUnit.Case(experiment.name() + ".expect",
                    expectation.toString(), 0, JUnit.Result.SKIPPED, "interrupted")));
        }
        return new JUnit.Suite(experiment.name(), LocalDateTime.ofInstant(Instant.ofEpochMilli(beganMs), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS).toString(), cases);
    }

    /** What was not trained to its end is skipped. */
    private JUnit.Case ofRun(Run run, Store store) {
        double seconds = store.metrics(run.runKey(), "system/epoch_seconds").stream().mapToDouble(Metric::value).sum();
        String group = experiment.name() + ".runs";
        if (DivergenceRule.isOf(run)) {
            return new JUnit.Case(group, run.name(), seconds, divergence.result(), DivergenceRule.told(run));
        }
        if (run.hasResult()) {
            return new JUnit.Case(group, run.name(), seconds, JUnit.Result.PASSED, null);
        }
        String outcome = run.outcome().map(Outcome::word).orElse("not started");
        return new JUnit.Case(group, run.name(), seconds,
                Rules.hasFailed(run) ? JUnit.Result.FAILED : JUnit.Result.SKIPPED, run.error().orElse(outcome));
    }
}
