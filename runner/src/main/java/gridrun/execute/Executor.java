package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.artifact.Reason;
import gridrun.checkpoint.Checkpointing;
import gridrun.checkpoint.Checkpoints;
import gridrun.data.DataLoader;
import gridrun.data.Splits;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.store.FileLocks;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Trains runs side by side, each on one thread or a team of its own; one that fails is alone in that.
 *
 * <p>A run that is done is not trained again. Before a run is trained its lock is taken, so two processes
 * that plan the same run train it once; the second finds the result.
 */
public final class Executor {

    private final Store store;
    private final DataLoader loader;
    private final Concurrency concurrency;
    private final RunListener listener;
    private final BooleanSupplier stop;
    private final RetryRules rules;
    private final Profiles profiles;
    private final Projections projections;
    private final Checkpoints checkpoints;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, Executor::daemon);
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger notStarted = new AtomicInteger();
    private volatile boolean stopping;
    private volatile Throwable broken;

    /**
     * @param concurrency runs at a time, and threads inside each, both decided
     * @param rules which runs are trained, and when no other is started
     * @param profiles takes those of the runs that are trained
     * @param stop asked often whether to stop; what is unfinished then is recorded as interrupted
     */
    public Executor(Store store, DataLoader loader, Concurrency concurrency, RunListener listener, RetryRules rules,
            Profiles profiles, BooleanSupplier stop) {
        this.store = store;
        this.loader = loader;
        this.concurrency = concurrency;
        this.projections = new Projections(listener::warned);
        this.listener = new GuardedListener(listener, projections);
        this.rules = rules;
        this.profiles = profiles;
        this.stop = stop;
        this.checkpoints = new Checkpoints(store.directory());
        background.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "checkpoints");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Trains every run that is not done. An interrupt of the thread that calls asks the runs to stop, too; it stays
     * interrupted. When this returns, no run is under way any more.
     *
     * @return whether all runs were started; not so after too many failures, or when it was asked to stop
     * @throws StoreException if results cannot be recorded: there is no use in going on
     */
    public boolean run(List<Job> runs) {
        Queue<Job> elsewhere = new ConcurrentLinkedQueue<>();
        each(runs, job -> tryOne(job, elsewhere));
        each(List.copyOf(elsewhere), this::awaitOne);
        background.shutdown();
        if (broken instanceof StoreException storeException) {
            throw storeException;
        }
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        return notStarted.get() == 0;
    }

    /** @param started whether a run was started, or needed not be */
    private void each(List<Job> runs, Predicate<Job> started) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(concurrency.jobs(), runs.size())));
        runs.forEach(job -> pool.execute(() -> attempt(job, started)));
        Pools.finish(pool, () -> stopping = true);
    }

    private boolean isToStop() {
        return stopping || stop.getAsBoolean();
    }

    private boolean isOver() {
        return isToStop() || failures.get() >= rules.mostFailures();
    }

    /** Where results cannot be recorded, the other runs stop as well. */
    private void attempt(Job job, Predicate<Job> started) {
        try {
            if (!started.test(job)) {
                notStarted.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            stopping = true;
            broken = e;
        }
    }

    /** Runs that another command trains at this moment come last: they may be done by then. */
    private boolean tryOne(Job job, Queue<Job> elsewhere) {
        if (isOver()) {
            return false;
        }
        Optional<FileLocks.Held> lock = store.tryLockRun(job.runKey());
        if (lock.isPresent()) {
            runOne(job, lock.get());
        } else {
            elsewhere.add(job);
            listener.trainedElsewhere(job);
        }
        return true;
    }

    private boolean awaitOne(Job job) {
        Optional<FileLocks.Held> lock = isOver() ? Optional.empty() : store.lockRun(job.runKey(), this::isOver);
        lock.ifPresent(held -> runOne(job, held));
        return lock.isPresent();
    }

    private void runOne(Job job, FileLocks.Held lock) {
        try (lock) {
            Optional<Run> known = store.run(job.runKey());
            if (known.isPresent() && rules.isDone(known.get())) {
                listener.found(job, known.get());
            } else {
                train(job);
            }
        }
    }

    private void train(Job job) {
        Recording recording = store.start(job.runKey(), System.currentTimeMillis());
        listener.started(job);
        Outcome outcome;
        String reason = null;
        try (Checkpointing checkpointing = new Checkpointing(checkpoints, job.checkpoint(), job.identity(), background,
                listener::warned)) {
            Splits data = loader.load(job.spec().data(), job.spec().seed(), job.spec().fold());
            outcome = new Training(job, data, recording, listener, profiles, projections, checkpointing, rules.fresh(),
                    this::isToStop).run(concurrency.threads());
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            outcome = Outcome.FAILED;
            reason = Reason.of(e);
            recording.fail(reason, Visible.text(stackTrace(e)), System.currentTimeMillis());
            failures.incrementAndGet();
        }
        listener.ended(job, outcome, reason);
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
