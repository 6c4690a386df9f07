package gridrun.cli;

import gridrun.check.Verdict;
import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.observed.Gradients;
import gridrun.plan.ConfigurationCheck;
import gridrun.task.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import me.tongfei.progressbar.ProgressBar;

/** Checks the gradients of an experiment's configurations, several at a time, and tells what was found in their order. */
final class GradientReview {

    /** What checks a configuration. */
    @FunctionalInterface
    interface Checker {

        /**
         * A verdict for each parameter tensor.
         *
         * @param progress is told which share of the work is done
         */
        List<Verdict> verdicts(ConfigurationCheck check, DoubleConsumer progress) throws IOException;
    }

    /** Steps of a configuration's progress on the bar. */
    private static final int STEPS = 1000;

    private final Checker checker;
    private final int jobs;
    private final Terminal terminal;
    private final Interruption interruption;

    GradientReview(DataLoader loader, int jobs, Terminal terminal, Interruption interruption) {
        this((check, progress) -> check.verdicts(loader, progress), jobs, terminal, interruption);
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
     * @param quiet whether only wrong gradients are told, and checks that compared hardly anything
     * @return whether something was compared, and all of it is right
     */
    boolean isRight(Experiment experiment, boolean quiet) throws IOException, InterruptedException {
        List<ConfigurationCheck> checks = ConfigurationCheck.of(experiment);
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(jobs, checks.size()));
        try (Bar bar = new Bar(terminal, quiet, experiment.name(), checks.size())) {
            List<Future<List<Verdict>>> found = checks.stream()
                    .map(check -> executor.submit(() -> checker.verdicts(check, bar.part()))).toList();
            List<Verdict> all = new ArrayList<>();
            for (int i = 0; i < checks.size() && !interruption.requested(); i++) {
                List<Verdict> verdicts = get(found.get(i));
                all.addAll(verdicts);
                if (!quiet || !verdicts.stream().allMatch(Verdict::isRight)) {
                    bar.clear();
                    terminal.out().printf("%n%s%n%s", checks.get(i).name(),
                            Gradients.table(verdicts, terminal.width(), terminal.unicode()));
                }
            }
            bar.clear();
            return interruption.requested() || conclude(experiment, all, quiet);
        } finally {
            executor.shutdownNow();
        }
    }

    /** What all verdicts come to: agreement counts where there was something to compare. */
    private boolean conclude(Experiment experiment, List<Verdict> all, boolean quiet) {
        long compared = all.stream().filter(Verdict::isCompared).count();
        boolean right = compared > 0 && all.stream().allMatch(Verdict::isRight);
        if (!quiet || !right) {
            terminal.out().printf("%n%s: %s%n", experiment.name(), Gradients.summary(all));
            terminal.out().flush();
        }
        if (2 * compared < all.size()) {
            terminal.err().printf("%s: less than half of the gradients could be compared;%n%s%n", experiment.name(),
                    "another init, or targets of a usual size, may let them show");
        }
        return right;
    }

    /** How far all checks are, on a terminal. */
    private static final class Bar implements AutoCloseable {

        private final Terminal terminal;
        private final ProgressBar bar;

        Bar(Terminal terminal, boolean quiet, String name, int checks) {
            this.terminal = terminal;
            this.bar = quiet || !terminal.interactive() ? null
                    : ProgressLine.bar(terminal, name, (long) STEPS * checks);
        }

        /** What a check tells its progress. */
        DoubleConsumer part() {
            int[] told = {0};
            return share -> {
                int now = (int) (STEPS * share);
                if (bar != null && now > told[0]) {
                    bar.stepBy(now - told[0]);
                    told[0] = now;
                }
            };
        }

        /** Makes room for other lines. */
        void clear() {
            if (bar != null) {
                terminal.err().print("\r\033[K");
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
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
