package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.FileLocks;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.store.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

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

    /** Servers have few database connections; with more writers requests begin to fail. */
    private static final int AT_ONCE = 4;
    private static final int RECREATIONS = 3;
    private static final long POLL_MS = 1_000;
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
    private final Retry retry;
    private final Set<String> notices = ConcurrentHashMap.newKeySet();
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> recreations = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Runnable onCommit = wake::release;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Publisher::daemon);
    private final Thread coordinator = daemon(this::run);
    private volatile RemoteRuns runs;
    private volatile Delivery delivery;
    private volatile Views views;
    private volatile boolean finishing;
    private volatile boolean ended;
    private volatile String fatal;
    private volatile String trouble;
    private volatile long lastProgressNs;

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
        this.retry = new Retry(timing, message -> trouble = message);
    }

    /** Begins to deliver in the background what is owed, and what comes. */
    public void start() {
        store.onCommit(onCommit);
        lastProgressNs = System.nanoTime();
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
        lastProgressNs = System.nanoTime();
        finishing = true;
        wake.release();
        Deliveries.Owed before = null;
        try {
            while (!ended && !stop.getAsBoolean() && System.nanoTime() - lastProgressNs < timing.patience().toNanos()) {
                Deliveries.Owed owed = marks.owed();
                if (!owed.equals(before)) {
                    before = owed;
                    lastProgressNs = System.nanoTime();
                }
                listener.progress(owed, Optional.ofNullable(trouble));
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
    public List<Difference> verify() throws MlflowException, InterruptedException {
        return new Verification(marks, api, new Projector(marks, reporting, api.version())).differences();
    }

    /** Stops without waiting for requests that are under way: for whoever is in a hurry. */
    public void abandon() {
        ended = true;
        store.removeListener(onCommit);
        workers.shutdownNow();
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

    /** The lock may only be let go when no worker can create a run any more, whoever is in a hurry. */
    private void endWorkers() {
        workers.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            workers.awaitTermination(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private PublishReport report() {
        Deliveries.Owed owed = marks.owed();
        if (stopped.containsAll(marks.owedEntries())) {
            owed = new Deliveries.Owed(0, 0);
        }
        Optional<String> why = Optional.ofNullable(fatal);
        if (why.isEmpty() && !owed.nothing()) {
            why = Optional.ofNullable(trouble).or(() -> Optional.of("stopped before everything was delivered"));
        }
        return new PublishReport(server.uri(), experiment, links(), owed,
                marks.refusals(), notices.stream().sorted().toList(), why);
    }

    private List<PublishReport.Link> links() {
        return views == null ? List.of() : views.links(server.uri(), store.sweeps(experiment).get(0));
    }

    private void run() {
        try {
            Optional<FileLocks.Held> lock = lock();
            if (lock.isPresent()) {
                try {
                    prepare();
                    deliver();
                } finally {
                    endWorkers();
                    lock.get().close();
                }
            }
        } catch (MlflowException | StoreException e) {
            fatal = e.getMessage();
        } catch (InterruptedException | RejectedExecutionException e) {
            // close() does this: the store keeps what is owed.
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    /** Empty if, at the end, the process that has the lock has delivered everything of ours, too. */
    private Optional<FileLocks.Held> lock() throws InterruptedException {
        String name = "publish-" + Integer.toHexString((server.identity() + " " + experiment).hashCode());
        Optional<FileLocks.Held> lock = store.locks().tryLock(name);
        while (lock.isEmpty() && !(finishing && marks.owed().nothing())) {
            trouble = "another process is publishing " + experiment;
            Thread.sleep(LOCK_POLL_MS);
            lock = store.locks().tryLock(name);
        }
        return lock;
    }

    private void prepare() throws MlflowException, InterruptedException {
        String version = retry.call(Retry.TRIES, api::version);
        Sweep newest = store.sweeps(experiment).stream().findFirst()
                .orElseThrow(() -> new StoreException("nothing is known about the experiment '" + experiment + "'"));
        marks.retryRefused();
        RemoteRuns remote = new RemoteRuns(api, marks, retry, newest, timing.settle(), notices::add);
        remote.refresh();
        runs = remote;
        Projector projector = new Projector(marks, reporting, version);
        delivery = new Delivery(marks, api, runs, projector, retry, this::progressed);
        views = new Views(marks, projector, new ViewWriter(marks, api, version, notices::add));
        views.updateNewest();
        progressed();
    }

    private void deliver() throws InterruptedException {
        while (fatal == null) {
            // Read first: what was handed over before this flag was set is then among what is owed.
            boolean last = finishing;
            List<Long> owed = marks.owedEntries().stream().filter(id -> !stopped.contains(id)).toList();
            if (last && owed.isEmpty() && inFlight.isEmpty()) {
                return;
            }
            for (long entry : owed) {
                if (inFlight.add(entry)) {
                    workers.execute(() -> work(entry));
                }
            }
            wake.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
            if (!finishing) {
                Thread.sleep(timing.gather().toMillis());
            }
            wake.drainPermits();
        }
    }

    private void work(long entry) {
        try {
            delivery.deliver(entry);
            views.update(entry);
        } catch (MlflowException e) {
            failed(entry, e);
        } catch (StoreException e) {
            fatal = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inFlight.remove(entry);
            wake.release();
        }
    }

    private void failed(long entry, MlflowException e) {
        switch (e.kind()) {
            case GONE -> recreate(entry, e);
            case FORBIDDEN -> fatal = e.getMessage();
            case INACTIVE -> stop(entry, e.getMessage());
            case TRANSIENT -> trouble = e.getMessage();
            default -> stop(entry, "not delivered: " + e.getMessage());
        }
    }

    /** The server's database was replaced: what is not there is created again, and everything of it is replayed. */
    private void recreate(long entry, MlflowException gone) {
        if (recreations.merge(entry, 1, Integer::sum) > RECREATIONS) {
            stop(entry, "the server forgets the run again and again: " + gone.getMessage());
            return;
        }
        try {
            runs.refresh();
        } catch (MlflowException e) {
            fatal = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(long entry, String why) {
        stopped.add(entry);
        notices.add(why);
    }

    private void progressed() {
        lastProgressNs = System.nanoTime();
        trouble = null;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mlflow-publisher");
        thread.setDaemon(true);
        return thread;
    }
}
