package gridrun.session;

import gridrun.check.GradientVerdict;
import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.plan.ConfigurationCheck;
import gridrun.task.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Checks the gradients of an experiment's configurations, several at a time. */
public final class GradientChecks {

    /** What checks a configuration. */
    @FunctionalInterface
    public interface Checker {

        /**
         * A verdict for each parameter tensor.
         *
         * @param progress is told which share of the work is done
         */
        List<GradientVerdict> verdicts(ConfigurationCheck check, DoubleConsumer progress) throws IOException;
    }

    /** Is told how the checks go. */
    public interface Listener {

        /** From the threads that check: a share of a configuration's work is done, from 0 to 1. */
        void progressed(ConfigurationCheck check, double share);

        /** In the order of the plan: what was found in a configuration. */
        void found(ConfigurationCheck check, List<GradientVerdict> verdicts);
    }

    private final Checker checker;
    private final int jobs;
    private final BooleanSupplier stop;

    /** @param stop asked often whether to stop */
    public GradientChecks(DataLoader loader, int jobs, BooleanSupplier stop) {
        this((check, progress) -> check.verdicts(loader, progress), jobs, stop);
    }

    public GradientChecks(Checker checker, int jobs, BooleanSupplier stop) {
        this.checker = checker;
        this.jobs = jobs;
        this.stop = stop;
    }

    /**
     * Checks an experiment.
     *
     * @return all verdicts, or those until it was to stop
     * @throws Dataset.Unreadable if its data are not what its network takes
     */
    public List<GradientVerdict> run(Experiment experiment, Listener listener)
            throws IOException, InterruptedException {
        List<ConfigurationCheck> checks = ConfigurationCheck.of(experiment);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, checks.size()));
        try {
            List<Future<List<GradientVerdict>>> found = checks.stream()
                    .map(check -> pool
                            .submit(() -> checker.verdicts(check, share -> progressed(check, share, isOver, listener))))
                    .toList();
            List<GradientVerdict> all = new ArrayList<>();
            for (int i = 0; i < checks.size() && !stop.getAsBoolean(); i++) {
                Optional<List<GradientVerdict>> verdicts = get(found.get(i));
                if (verdicts.isEmpty()) {
                    break;
                }
                listener.found(checks.get(i), verdicts.get());
                all.addAll(verdicts.get());
            }
            return all;
        } finally {
            isOver.set(true);
            pool.shutdownNow();
        }
    }

    /** A check that nobody waits for any more ends here. */
    private void progressed(ConfigurationCheck check, double share, AtomicBoolean isOver, Listener listener) {
        if (isOver.get() || stop.getAsBoolean()) {
            throw new CancellationException();
        }
        listener.progressed(check, share);
    }

    /** The verdicts; none where the check was to stop. */
    private static Optional<List<GradientVerdict>> get(Future<List<GradientVerdict>> future)
            throws IOException, InterruptedException {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return Optional.empty();
            }
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
