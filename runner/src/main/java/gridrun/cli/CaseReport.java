package gridrun.cli;

import gridrun.data.DataLost;
import gridrun.experiment.Experiment;
import gridrun.report.JUnit;
import gridrun.result.ExpectationVerdict;
import gridrun.session.Conclusion;
import gridrun.store.MetricValue;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment has come to, as CI systems read it: a case a run, and one an expectation.
 *
 * @param divergence what diverged runs are taken for
 * @param store which holds how long runs took
 */
record CaseReport(DivergenceRule divergence, Store store) {

    /** @param beganMs when the experiment began, milliseconds since 1970 */
    JUnit.Suite suite(Conclusion conclusion, long beganMs) {
        String name = conclusion.plan().experiment().name();
        List<JUnit.Case> cases = cases(name, conclusion.runs());
        for (ExpectationVerdict verdict : conclusion.verdicts()) {
            cases.add(new JUnit.Case(name + ".expect", verdict.expectation().toString(), 0,
                    verdict.holds() ? JUnit.Result.PASSED : JUnit.Result.MISSED, "found " + verdict.found()));
        }
        if (conclusion.verdicts().isEmpty()) {
            cases.addAll(unanswered(conclusion.plan().experiment(), "interrupted"));
        }
        return suite(name, cases, beganMs);
    }

    /**
     * That of an experiment whose data were lost, which is an error beside its runs.
     *
     * @param runs as they stand now
     */
    JUnit.Suite suite(Experiment experiment, List<Run> runs, DataLost lost, long beganMs) {
        List<JUnit.Case> cases = cases(experiment.name(), runs);
        cases.add(new JUnit.Case(experiment.name() + ".data", "data", 0, JUnit.Result.FAILED, lost.getMessage()));
        cases.addAll(unanswered(experiment, "the data were lost"));
        return suite(experiment.name(), cases, beganMs);
    }

    private List<JUnit.Case> cases(String experiment, List<Run> runs) {
        return new ArrayList<>(runs.stream().map(run -> ofRun(experiment + ".runs", run)).toList());
    }

    private static List<JUnit.Case> unanswered(Experiment experiment, String why) {
        return experiment.expect().stream().map(expectation -> new JUnit.Case(experiment.name() + ".expect",
                expectation.toString(), 0, JUnit.Result.SKIPPED, why)).toList();
    }

    private static JUnit.Suite suite(String name, List<JUnit.Case> cases, long beganMs) {
        return new JUnit.Suite(name, LocalDateTime.ofInstant(Instant.ofEpochMilli(beganMs), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS).toString(), cases);
    }

    /** What was not trained to its end is skipped. */
    private JUnit.Case ofRun(String group, Run run) {
        double seconds = store.metrics(run.runKey(), "system/epoch_seconds").stream()
                .mapToDouble(MetricValue::value).sum();
        if (run.isDiverged()) {
            return new JUnit.Case(group, run.name(), seconds, divergence.result(), DivergenceRule.told(run));
        }
        if (run.hasResult()) {
            return new JUnit.Case(group, run.name(), seconds, JUnit.Result.PASSED, null);
        }
        String outcome = run.outcome().map(Outcome::word).orElse("not started");
        return new JUnit.Case(group, run.name(), seconds,
                run.hasFailed() ? JUnit.Result.FAILED : JUnit.Result.SKIPPED, run.error().orElse(outcome));
    }
}
