package gridrun.cli;

import gridrun.check.Verdict;
import gridrun.data.DataLoader;
import gridrun.execute.ConfigurationCheck;
import gridrun.experiment.Experiment;
import gridrun.report.Gradients;
import gridrun.train.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks the gradients of an experiment's configurations, several at a time, and tells what was found in their order. */
final class GradientReview {

    /** What checks a configuration. */
    @FunctionalInterface
    interface Checker {

        /** A verdict for each parameter tensor. */
        List<Verdict> verdicts(ConfigurationCheck check) throws IOException;
    }

    private final Checker checker;
    private final int jobs;
    private final Terminal terminal;
    private final Interruption interruption;

    GradientReview(DataLoader loader, int jobs, Terminal terminal, Interruption interruption) {
        this(check -> check.verdicts(loader), jobs, terminal, interruption);
    }

    GradientReview(Checker checker, int jobs, Terminal terminal, Interruption interruption) {
        this.checker = checker;
        this.jobs = jobs;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /**
     * Checks an experiment.
     *
     * @param quiet whether only wrong gradients are told
     * @return whether all are right
     */
    boolean isRight(Experiment experiment, boolean quiet) throws IOException, InterruptedException {
        List<ConfigurationCheck> checks = ConfigurationCheck.of(experiment);
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(jobs, checks.size()));
        try {
            List<Future<List<Verdict>>> found = checks.stream()
                    .map(check -> executor.submit(() -> checker.verdicts(check))).toList();
            int tensors = 0;
            int wrong = 0;
            for (int i = 0; i < checks.size() && !interruption.requested(); i++) {
                List<Verdict> verdicts = get(found.get(i));
                int failed = (int) verdicts.stream().filter(verdict -> !verdict.isRight()).count();
                tensors += verdicts.size();
                wrong += failed;
                if (!quiet || failed > 0) {
                    terminal.out().printf("%n%s%n%s", checks.get(i).name(),
                            Gradients.table(verdicts, terminal.width(), terminal.unicode()));
                }
            }
            conclude(experiment, tensors, wrong, quiet);
            return wrong == 0;
        } finally {
            executor.shutdownNow();
        }
    }

    private void conclude(Experiment experiment, int tensors, int wrong, boolean quiet) {
        if (wrong > 0) {
            terminal.out().printf("%n%s: %d of %d gradients are not what central differences in float64 give%n",
                    experiment.name(), wrong, tensors);
        } else if (!quiet && !interruption.requested()) {
            terminal.out().printf("%n%s: all %d gradients are what central differences in float64 give, to %.0e%n",
                    experiment.name(), tensors, Verdict.LIMIT);
        }
    }

    private static List<Verdict> get(Future<List<Verdict>> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof Dataset.Unreadable unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("a gradient check fails", e.getCause());
        }
    }
}
