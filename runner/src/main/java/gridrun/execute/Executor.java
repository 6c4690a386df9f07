package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.artifact.Reason;
import gridrun.data.DataLoader;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

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
    private final Rules rules;
    private final Profiles profiles;
    private final Projections projections;
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
    public Executor(Store store, DataLoader loader, Concurrency concurrency, RunListener listener, Rules rules,
                    Profiles profiles, BooleanSupplier stop) {
        this.store = store;
        this.loader = loader;
        this.concurrency = concurrency;
        this.projections = new Projections(listener::warned);
        this.listener = new GuardedListener(listener, projections);
        this.rules = rules;
        this.profiles = profiles;
        this.stop = stop;
    }

    /**
     * Trains every run that is not done. An interrupt of the thread that calls asks the runs to stop, too; it stays
     * interrupted. When this returns, no run is under way any more.
     *
     * @return whether all runs were started; not so after too many failures, or when it was asked to stop
     * @throws StoreException if results cannot be recorded: there is no use in going on
     */
    public boolean run(List<Job> runs) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(concurrency.jobs(), runs.size())));
        runs.forEach(job -> pool.execute(() -> attempt(job)));
        pool.shutdown();
        awaitEnd(pool);
        if (broken instanceof StoreException storeException) {
            throw storeException;
        }
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        return notStarted.get() == 0;
    }

    private void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
                stopping = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isToStop() {
        return stopping || stop.getAsBoolean();
    }

    /** Where results cannot be recorded, the other runs stop as well. */
    private void attempt(Job job) {
        try {
            if (!runOne(job)) {
                notStarted.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            stopping = true;
            broken = e;
        }
    }

    /** Returns whether the run was started, or needed not be. */
    private boolean runOne(Job job) {
        if (isToStop() || failures.get() >= rules.mostFailures()) {
            return false;
        }
        Optional<FileLocks.Held> lock = store.lockRun(job.runKey(), this::isToStop);
        if (lock.isEmpty()) {
            return false;
        }
        try {
            Optional<Run> known = store.run(job.runKey());
            if (known.isPresent() && rules.isDone(known.get())) {
                listener.found(job, known.get());
                return true;
            }
            train(job);
            return true;
        } finally {
            lock.get().close();
        }
    }

    private void train(Job job) {
        Recording recording = store.start(job.runKey(), System.currentTimeMillis());
        listener.started(job);
        Outcome outcome;
        String reason = null;
        try {
            outcome = new Training(job, loader.load(job.spec().data(), job.spec().seed()), recording, listener,
                    profiles, projections, this::isToStop).run(concurrency.threads());
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            outcome = Outcome.FAILED;
            reason = Reason.of(e);
            recording.artifact("error.log", Visible.text(stackTrace(e)).getBytes(StandardCharsets.UTF_8));
            recording.fail(reason, System.currentTimeMillis());
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
