package gridrun.cli;

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
        Experiment experiment = conclusion.plan().experiment();
        String name = experiment.name();
        List<JUnit.Case> cases = new ArrayList<>();
        conclusion.runs().forEach(run -> cases.add(ofRun(name + ".runs", run)));
        for (ExpectationVerdict verdict : conclusion.verdicts()) {
            cases.add(new JUnit.Case(name + ".expect", verdict.expectation().toString(), 0,
                    verdict.holds() ? JUnit.Result.PASSED : JUnit.Result.MISSED, "found " + verdict.found()));
        }
        if (conclusion.verdicts().isEmpty()) {
            experiment.expect().forEach(expectation -> cases.add(new JUnit.Case(name + ".expect",
                    expectation.toString(), 0, JUnit.Result.SKIPPED, "interrupted")));
        }
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
