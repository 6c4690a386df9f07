package gridrun.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team that does the parts of one task at once: the calling thread part 0, a helper thread each of the others.
 *
 * <p>The parts are fixed; only who does one may vary: when the caller is done with its own it takes those whose helper
 * has not begun, which costs next to nothing and keeps a busy machine from making it wait for a thread that has no
 * core. A call allocates nothing once the helpers run. They are started by the first call, are daemons, and end with
 * {@link #close}. A team belongs to one calling thread at a time.
 */
public final class Workers implements AutoCloseable {

    /** What a team does together. */
    @FunctionalInterface
    public interface Task {

        /** Does one part, counted from 0; the parts run at the same time. */
        void run(int part);
    }

    /**
     * Looks at a flag before a thread sleeps, 80 to 150 µs: with its pause one takes 26 ns on some processors and 50 on
     * others. Waking a thread takes half as long, and the shared calls of a training step mostly follow each other
     * within that.
     */
    private static final int LOOKS = 3000;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /**
     * Threads of all teams of this process. A thread that looks takes time from one that works, once they outnumber the
     * cores.
     */
    private static final AtomicInteger BUSY = new AtomicInteger();

    private final int size;
    private final Helper[] helpers;
    private final Throwable[] failures;
    /** For each part the last round in which somebody took it. */
    private final AtomicIntegerArray taken;
    private final AtomicInteger unfinished = new AtomicInteger();
    /** Counts calls; a helper that sees it change takes its part. */
    private volatile int round;
    private volatile boolean callerSleeps;
    private volatile boolean closed;
    private boolean started;
    private Thread caller;
    private Task task;

    /**
     * A team that has no threads yet.
     *
     * @param size threads that work at once, the caller's included; from 1
     */
    public Workers(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a team of " + size);
        }
        this.size = size;
        this.helpers = new Helper[size - 1];
        this.failures = new Throwable[size];
        this.taken = new AtomicIntegerArray(size);
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
        }
    }

    /** The number of parts of every task. */
    public int size() {
        return size;
    }

    /**
     * The first of n elements that belong to a part, so that each part is {@code [begin(part), begin(part + 1))}: whole
     * units but for the last, and nearly the same number of them; empty where there are fewer units than parts.
     */
    public static int begin(int part, int parts, int n, int unit) {
        long units = (n - 1L + unit) / unit;
        return (int) Math.min(n, units * part / parts * unit);
    }

    /**
     * Runs all parts of a task and returns when the last has ended, also when the calling thread is interrupted
     * meanwhile: it keeps its interruption.
     *
     * @throws RuntimeException or Error what a part threw, after all have ended; of several the first part's, the
     *     others suppressed
     */
    public void run(Task newTask) {
        if (closed) {
            throw new IllegalStateException("the team was released");
        }
        start();
        task = newTask;
        caller = Thread.currentThread();
        unfinished.set(size);
        int now = round + 1;
        round = now; // only the caller writes it
        for (Helper helper : helpers) {
            helper.wake();
        }
        for (int part = 0; part < size; part++) {
            takePart(part, now);
        }
        awaitOthers();
        task = null;
        rethrow();
    }

    /** Does a part of this round unless somebody has taken it; a round does not end before every part was taken. */
    private void takePart(int part, int now) {
        if (!taken.compareAndSet(part, now - 1, now)) {
            return;
        }
        try {
            task.run(part);
        } catch (Throwable e) { // whatever it is, the caller gets it
            failures[part] = e;
        }
        if (unfinished.decrementAndGet() == 0 && callerSleeps) {
            LockSupport.unpark(caller);
        }
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        BUSY.addAndGet(size);
        for (Helper helper : helpers) {
            helper.thread.start();
        }
    }

    private void rethrow() {
        Throwable failure = null;
        for (int part = 0; part < size; part++) {
            Throwable other = failures[part];
            failures[part] = null;
            if (failure == null) {
                failure = other;
            } else if (other != null && other != failure) {
                failure.addSuppressed(other);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure; // a part declares no other
        }
    }

    /** Helpers work on the caller's memory, so there is no leaving before they are done. */
    private void awaitOthers() {
        for (int left = looks(); unfinished.get() > 0 && left > 0; left--) {
            Thread.onSpinWait();
        }
        if (unfinished.get() == 0) {
            return;
        }
        boolean interrupted = false;
        callerSleeps = true;
        while (unfinished.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        callerSleeps = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int looks() {
        return BUSY.get() <= CORES ? LOOKS : 0;
    }

    /** Ends the helpers and waits until they are gone; a closed team cannot be used again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!started) {
            return;
        }
        BUSY.addAndGet(-size);
        for (Helper helper : helpers) {
            LockSupport.unpark(helper.thread);
        }
        boolean interrupted = false;
        for (Helper helper : helpers) {
            while (helper.thread.isAlive()) {
                try {
                    helper.thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One thread of the team and its part. */
    private final class Helper {

        private final int part;
        private final Thread thread;
        private volatile boolean sleeps;

        private Helper(int part) {
            this.part = part;
            this.thread = new Thread(this::work, "gridrun-worker-" + part);
            thread.setDaemon(true);
        }

        private void work() {
            for (int last = 0; awaitRound(last);) {
                last = round;
                takePart(part, last);
            }
        }

        /** Waits for another round than the last; returns false when the team is released instead. */
        private boolean awaitRound(int last) {
            for (int left = looks(); round == last && !closed && left > 0; left--) {
                Thread.onSpinWait();
            }
            while (round == last && !closed) {
                // before the last look, so that either this thread sees the call or the caller sees it sleep
                sleeps = true;
                if (round == last && !closed) {
                    LockSupport.park(this);
                    Thread.interrupted(); // nobody's to interrupt, and it would keep the thread from sleeping
                }
                sleeps = false;
            }
            return !closed;
        }

        private void wake() {
            if (sleeps) {
                LockSupport.unpark(thread);
            }
        }
    }
}
