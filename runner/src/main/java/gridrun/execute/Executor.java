package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.artifact.Reason;
import gridrun.checkpoint.Checkpointing;
import gridrun.checkpoint.Checkpoints;
import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.data.Splits;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.store.FileLocks;
import gridrun.store.Outcome;
import gridrun.store.Recording;
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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /** Those that a kill can cost, so that they are trained again: some hundredths of a second of small runs. */
    private static final int MOST_ENDINGS = 64;

    private final Store store;
    private final DataLoader loader;
    private final KernelChoice kernels;
    private final Concurrency concurrency;
    private final RunListener listener;
    private final BooleanSupplier stop;
    private final RetryRules rules;
    private final Profiles profiles;
    private final Projections projections;
    private final Checkpoints checkpoints;
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, Executor::daemon);
    /** Ends the runs: dozens that wait for a disk at a time take it hardly longer than one. */
    private final ExecutorService endings = new ThreadPoolExecutor(0, MOST_ENDINGS, 1, TimeUnit.SECONDS,
            new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
    /** Those at which nobody works. */
    private final Queue<Workplace> workplaces = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger notStarted = new AtomicInteger();
    private volatile boolean stopping;
    private volatile Throwable broken;

    /**
     * @param kernels what runs are trained with
     * @param concurrency runs at a time, and threads inside each, both decided
     * @param rules which runs are trained, and when no other is started
     * @param profiles takes those of the runs that are trained
     * @param stop asked often whether to stop; what is unfinished then is recorded as interrupted
     */
    public Executor(Store store, DataLoader loader, KernelChoice kernels, Concurrency concurrency, RunListener listener,
            RetryRules rules, Profiles profiles, BooleanSupplier stop) {
        this.store = store;
        this.loader = loader;
        this.kernels = kernels;
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
     * @throws DataLost if data that a run needs are not to be had any more: it is left, and the others stop
     */
    public boolean run(List<Job> runs) {
        if (kernels.bits() > 0) {
            CompilerDirective.OPERATIONS_ARE_PARTS_OF_KERNELS.ask();
            if (concurrency.threads() == 1) { // a team would wait as a whole, with all its cores
                CompilerDirective.CALLERS_OF_KERNELS_WAIT.ask();
            }
        }
        Queue<Job> elsewhere = new ConcurrentLinkedQueue<>();
        each(runs, job -> tryOne(job, elsewhere));
        each(List.copyOf(elsewhere), this::awaitOne);
        workplaces.forEach(Workplace::close);
        workplaces.clear();
        ThreadPools.finish(endings, () -> stopping = true);
        background.shutdown();
        if (broken instanceof StoreException || broken instanceof DataLost) {
            throw (RuntimeException) broken;
        }
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        return notStarted.get() == 0;
    }

    /** @param started whether a run was started, or needed not be */
    private void each(List<Job> runs, Predicate<Job> started) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(concurrency.jobs(), runs.size())));
        runs.forEach(job -> pool.execute(() -> attempt(() -> {
            if (!started.test(job)) {
                notStarted.incrementAndGet();
            }
        })));
        ThreadPools.finish(pool, () -> stopping = true);
    }

    private boolean isToStop() {
        return stopping || stop.getAsBoolean();
    }

    private boolean isOver() {
        return isToStop() || failures.get() >= rules.mostFailures();
    }

    /** Where results cannot be recorded, the other runs stop as well. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            breakOff(e);
        }
    }

    /** That results cannot be recorded is told before all else. */
    private synchronized void breakOff(Throwable why) {
        stopping = true;
        if (broken == null || broken instanceof DataLost) {
            broken = why;
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
        boolean toTrain = false;
        try {
            toTrain = !rules.isDone(store.outcome(job.runKey()));
            if (!toTrain) {
                listener.found(job, store.run(job.runKey()).orElseThrow());
            }
        } finally {
            if (!toTrain) {
                lock.close();
            }
        }
        if (toTrain) {
            load(job, lock);
        }
    }

    /** A run's data, or why it fails for want of them. */
    @FunctionalInterface
    private interface Loaded {
        Splits data() throws IOException;
    }

    /** Nothing is recorded of a run whose data are lost: it stays as it was. */
    private void load(Job job, FileLocks.Held lock) {
        long beganMs = System.currentTimeMillis();
        Loaded loaded;
        try {
            Splits data = job.data(loader);
            loaded = () -> data;
        } catch (DataLost e) {
            lock.close();
            notStarted.incrementAndGet();
            breakOff(e);
            return;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            loaded = () -> { throw e; };
        }
        train(job, beganMs, loaded, lock);
    }

    /** The disk is waited for elsewhere, so that the next run can begin. */
    private void train(Job job, long beganMs, Loaded loaded, FileLocks.Held lock) {
        Recording recording = store.start(job.runKey(), beganMs);
        listener.started(job);
        Checkpointing checkpointing =
                new Checkpointing(checkpoints, job.checkpoint(), job.identity(), background, listener::warned);
        RunEnd ending;
        try {
            ending = at(new Training(job, loaded.data(), recording, listener, profiles, projections, checkpointing,
                    rules.fresh(), this::isToStop));
        } catch (StoreException e) {
            checkpointing.close();
            lock.close();
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            ending = failed(recording, e);
        }
        RunEnd last = ending;
        endings.execute(() -> attempt(() -> end(job, recording, last, checkpointing, lock)));
    }

    /** Trains at a workplace, which nobody takes again where that fails. */
    private RunEnd at(Training training) {
        Workplace free = workplaces.poll();
        Workplace workplace = free == null ? new Workplace(kernels, concurrency.threads()) : free;
        RunEnd ending;
        try {
            ending = training.run(workplace);
        } catch (RuntimeException | Error e) {
            workplace.close();
            throw e;
        }
        workplaces.add(workplace);
        return ending;
    }

    private void end(Job job, Recording recording, RunEnd ending, Checkpointing checkpointing, FileLocks.Held lock) {
        try (lock; checkpointing) {
            RunEnd.Reached reached;
            try {
                reached = ending.record();
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                reached = failed(recording, e).record();
            }
            listener.ended(job, reached.outcome(), reached.reason());
        }
    }

    private RunEnd failed(Recording recording, Throwable e) {
        failures.incrementAndGet();
        String reason = Reason.of(e);
        return () -> {
            recording.fail(reason, Visible.text(stackTrace(e)), System.currentTimeMillis());
            return new RunEnd.Reached(Outcome.FAILED, reason);
        };
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
