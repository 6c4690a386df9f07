package gridrun.checkpoint;

import gridrun.store.DurableFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Saves one run while it trains. The training thread copies memory and goes on; another one makes a file of the copy.
 *
 * <p>In order of use: {@link #latest}, {@link #begin}, {@link #settled} wherever training can be saved; then
 * {@link #interrupted}, or {@link #completed} and {@link #recorded}; last {@link #close}. What cannot be written costs
 * a line of warning and never a run.
 */
public final class Checkpointing implements AutoCloseable {

    /** Checkpoints are at least so many times apart as one takes of a core: waiting for a disk costs nothing. */
    private static final int SHARE = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Checkpoints checkpoints;
    private final CheckpointSpec spec;
    private final RunIdentity run;
    private final ScheduledExecutorService background;
    private final Consumer<String> warn;
    private volatile boolean due;
    private volatile long notBeforeNs;
    private volatile boolean warned;
    private volatile Future<?> timer = CompletableFuture.completedFuture(null);
    private Future<?> writing = CompletableFuture.completedFuture(null);
    private Checkpoint end;
    private DoubleSupplier seconds;

    /**
     * @param background one thread for all runs of a command
     * @param warn takes a warning, one line
     */
    public Checkpointing(Checkpoints checkpoints, CheckpointSpec spec, RunIdentity run,
            ScheduledExecutorService background, Consumer<String> warn) {
        this.checkpoints = checkpoints;
        this.spec = spec;
        this.run = run;
        this.background = background;
        this.warn = warn;
    }

    /** What the run goes on from, if there is anything. */
    public Optional<Checkpoint> latest() {
        return checkpoints.latest(run, warn);
    }

    /**
     * Training begins, or goes on.
     *
     * @param trained the seconds of training so far
     */
    public void begin(DoubleSupplier trained) {
        seconds = trained;
        notBeforeNs = System.nanoTime();
        awaken(0);
    }

    private void awaken(long leastNs) {
        if (spec.everySeconds() > 0) {
            long ns = Math.max(leastNs, (long) (1e9 * Math.min(spec.everySeconds(), Integer.MAX_VALUE)));
            timer = background.schedule(() -> due = true, ns, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Training can be saved now.
     *
     * @param epochs those behind it
     * @param steps those of the next epoch behind it; 0 behind an epoch
     * @param now makes the checkpoint
     */
    public void settled(int epochs, int steps, Supplier<Checkpoint> now) {
        if (steps == 0 && epochs == run.epochs()) {
            keepEnd(now);
        } else if ((due || steps == 0 && spec.isAt(epochs) && System.nanoTime() - notBeforeNs >= 0)
                && writing.isDone()) {
            due = false;
            save(now);
        }
    }

    /** Nothing but its end is left to do, so the state is for longer runs, if for any. */
    private void keepEnd(Supplier<Checkpoint> now) {
        if (run.lineage() != null && spec.isKept(seconds.getAsDouble())) {
            end = attempt(now);
        }
    }

    private void save(Supplier<Checkpoint> now) {
        long beganNs = THREADS.getCurrentThreadCpuTime();
        Checkpoint checkpoint = attempt(now);
        if (checkpoint == null) {
            return;
        }
        long copyingNs = THREADS.getCurrentThreadCpuTime() - beganNs;
        timer.cancel(false);
        writing = background.submit(() -> {
            long writingNs = THREADS.getCurrentThreadCpuTime();
            write(() -> checkpoints.write(checkpoint));
            long restNs = SHARE * (copyingNs + THREADS.getCurrentThreadCpuTime() - writingNs);
            notBeforeNs = System.nanoTime() + restNs;
            awaken(restNs);
        });
    }

    /** Memory that is too small for a copy is large enough for the run. */
    private Checkpoint attempt(Supplier<Checkpoint> now) {
        try {
            return now.get();
        } catch (OutOfMemoryError e) {
            tell("out of memory");
            return null;
        }
    }

    /** Somebody stopped the training: it is saved where it stands. */
    public void interrupted(Supplier<Checkpoint> now) {
        if (spec.isKept(seconds.getAsDouble())) {
            await();
            Checkpoint checkpoint = attempt(now);
            if (checkpoint != null) {
                write(() -> checkpoints.write(checkpoint));
            }
        }
    }

    /** The run is complete; what longer ones go on from is kept before that is recorded. */
    public void completed() {
        if (end != null) {
            write(() -> checkpoints.writeEnd(end, run));
        }
    }

    /** The run's end is recorded, so that it needs no checkpoint any more. */
    public void recorded() {
        close();
        write(() -> checkpoints.delete(run.key()));
    }

    /** Waits until what is being written is written. */
    @Override
    public void close() {
        timer.cancel(false);
        await();
        timer.cancel(false);
    }

    /** A command that is to end does not do so in the middle of a file. */
    private void await() {
        try {
            writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            tell(String.valueOf(e.getCause()));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing file) {
        try {
            file.run();
        } catch (IOException e) {
            tell(DurableFiles.reason(e));
        } catch (ArithmeticException | OutOfMemoryError e) {
            tell("its state is too large");
        }
    }

    private void tell(String reason) {
        if (!warned) {
            warned = true;
            warn.accept("%s: no checkpoint can be written, training goes on: %s".formatted(run.name(), reason));
        }
    }
}
