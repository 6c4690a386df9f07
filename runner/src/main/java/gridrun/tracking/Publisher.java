package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.FileLocks;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.tracking.RemoteDifference.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Brings an experiment of the store to a server, in the background of its runs or once.
 *
 * <p>In order of use: {@link #start}; train; {@link #awaitDelivered}; {@link #close}. {@link #publish} is all of it at
 * once. Nothing that happens here is thrown at those who train; the report says it.
 *
 * <p>One publisher works on an experiment of a results directory at a time: a lock between processes makes sure that a
 * run is searched for and created by one alone. A second one waits, and finds its runs delivered by the first.
 */
public final class Publisher implements AutoCloseable {

    private static final long LOCK_POLL_MS = 200;
    private static final long TELL_MS = 500;
    private static final long CLOSE_MS = 2_000;

    private final Store store;
    private final TrackingServer server;
    private final String experiment;
    private final Timing timing;
    private final Deliveries marks;
    private final MlflowApi api;
    private final Reporting reporting;
    private final PublishState state = new PublishState();
    private final Semaphore wake = new Semaphore(0);
    private final Runnable onCommit = wake::release;
    private final Thread coordinator = daemon(this::run);
    private volatile DeliveryPool workers;
    private volatile boolean ended;

    public Publisher(Store store, TrackingServer server, String experiment, Reporting reporting) {
        this(store, server, experiment, reporting, Timing.DEFAULT);
    }

    Publisher(Store store, TrackingServer server, String experiment, Reporting reporting, Timing timing) {
        this.store = store;
        this.server = server;
        this.experiment = experiment;
        this.timing = timing;
        this.marks = store.deliveries(server.identity(), experiment);
        this.reporting = reporting;
        this.api = server.api(timing);
    }

    /** Begins to deliver in the background what is owed, and what comes. */
    public void start() {
        store.onCommit(onCommit);
        coordinator.start();
    }

    /** Waits as below, however long it takes. */
    public PublishReport awaitDelivered(ProgressListener listener) {
        return awaitDelivered(listener, () -> false);
    }

    /**
     * Waits until everything is delivered, or nothing has moved for half a minute, or nothing ever will.
     *
     * <p>An interrupt ends the wait; what is owed stays marked as such.
     *
     * @param stop asked often whether to end the wait likewise
     */
    public PublishReport awaitDelivered(ProgressListener listener, BooleanSupplier stop) {
        store.flush();
        state.finish();
        wake.release();
        Deliveries.Owed before = null;
        try {
            while (!ended && !stop.getAsBoolean()
                    && System.nanoTime() - state.lastProgressNs() < timing.patience().toNanos()) {
                Deliveries.Owed owed = marks.owed();
                if (!owed.equals(before)) {
                    before = owed;
                    state.moved();
                }
                listener.progress(owed, state.trouble());
                coordinator.join(TELL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        return report();
    }

    /** Delivers everything that is owed, once. */
    public PublishReport publish(ProgressListener listener) {
        start();
        return awaitDelivered(listener);
    }

    /**
     * Reads everything back from the server and compares it with the store; alters nothing.
     *
     * @throws MlflowException if the server cannot be read
     */
    public ServerComparison verify() throws MlflowException, InterruptedException {
        return new Verification(marks, api, new Projector(marks, reporting, api.version())).compare();
    }

    /**
     * Makes ready to mend what was found: what differs is owed again, and a run that nothing can mend is ended. The
     * next publisher does the rest.
     *
     * @throws MlflowException if the server refuses
     */
    public void repair(List<RemoteDifference> differences) throws MlflowException, InterruptedException {
        Duplicates duplicates = new Duplicates(api, new Retry(timing, state::trouble, state::moved), state::notice);
        Map<Long, List<Remedy>> remedies = differences.stream().collect(Collectors.groupingBy(
                RemoteDifference::entry, TreeMap::new,
                Collectors.mapping(RemoteDifference::remedy, Collectors.toList())));
        for (Map.Entry<Long, List<Remedy>> entry : remedies.entrySet()) {
            Optional<Deliveries.Mark> mark = marks.mark(entry.getKey());
            if (mark.isPresent() && entry.getValue().contains(Remedy.REPLACE)) {
                duplicates.replace(RemoteRun.of(api.run(mark.get().runId())));
                marks.gone(entry.getKey());
            } else if (entry.getValue().contains(Remedy.RESEND)) {
                marks.again(entry.getKey());
            }
        }
    }

    /** Stops without waiting for requests that are under way: for whoever is in a hurry. */
    public void abandon() {
        ended = true;
        store.removeListener(onCommit);
        coordinator.interrupt();
    }

    /** Stops; what is owed is delivered by the next publisher. */
    @Override
    public void close() {
        abandon();
        boolean interrupted = Thread.interrupted();
        try {
            coordinator.join(CLOSE_MS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private PublishReport report() {
        Deliveries.Owed owed = marks.owed();
        if (marks.owedEntries().stream().allMatch(state::isStopped)) {
            owed = new Deliveries.Owed(0, 0);
        }
        Optional<String> why = state.fatal();
        if (why.isEmpty() && !owed.nothing()) {
            why = state.trouble().or(() -> Optional.of("stopped before everything was delivered"));
        }
        return new PublishReport(server.uri(), experiment, links(), owed,
                marks.refusals().all(), state.notices(), why);
    }

    private List<PublishReport.Link> links() {
        return workers == null ? List.of() : workers.views().links(server.uri(), store.sweeps(experiment).get(0));
    }

    private void run() {
        try {
            Optional<FileLocks.Held> lock = lock();
            if (lock.isPresent()) {
                try {
                    deliver();
                } finally {
                    lock.get().close();
                }
            }
        } catch (MlflowException | StoreException e) {
            state.fail(e.getMessage());
        } catch (InterruptedException | RejectedExecutionException e) {
            // close() does this: the store keeps what is owed.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            state.fail("publishing failed, which is a mistake of Gridrun's: " + e);
        } finally {
            ended = true;
        }
    }

    /** Empty if, at the end, the process that has the lock has delivered everything of ours, too. */
    private Optional<FileLocks.Held> lock() throws InterruptedException {
        String name = "publish-" + Integer.toHexString((server.identity() + " " + experiment).hashCode());
        Optional<FileLocks.Held> lock = store.locks().tryLock(name);
        while (lock.isEmpty() && !(state.finishing() && marks.owed().nothing())) {
            state.trouble("another process is publishing " + experiment);
            Thread.sleep(LOCK_POLL_MS);
            lock = store.locks().tryLock(name);
        }
        return lock;
    }

    /** The lock may only be let go when no worker can create a run any more, whoever is in a hurry. */
    private void deliver() throws MlflowException, InterruptedException {
        workers = new DeliveryPool(store, experiment, marks, api, reporting, timing, state, wake);
        try {
            workers.run();
        } finally {
            workers.end();
        }
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mlflow-publisher");
        thread.setDaemon(true);
        return thread;
    }
}
