package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.Store;
import gridrun.store.StoreException;
import gridrun.store.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Delivers what is owed, a few entries at a time, until nothing is and each run stands there once. */
final class DeliveryPool {

    /** Servers have few database connections; with more writers requests begin to fail. */
    private static final int AT_ONCE = 4;
    private static final int RECREATIONS = 3;
    private static final long POLL_MS = 1_000;
    private static final long CLOSE_MS = 2_000;

    private final Deliveries marks;
    private final Timing timing;
    private final PublishState state;
    private final RemoteRuns runs;
    private final Delivery delivery;
    private final Views views;
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> recreations = new ConcurrentHashMap<>();
    private final Semaphore wake;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Publisher::daemon);

    /**
     * Looks at the server and makes ready.
     *
     * @param wake released when something may be owed
     */
    DeliveryPool(Store store, String experiment, Deliveries marks, MlflowApi api, Reporting reporting, Timing timing,
            PublishState state, Semaphore wake) throws MlflowException, InterruptedException {
        this.marks = marks;
        this.timing = timing;
        this.state = state;
        this.wake = wake;
        Retry retry = new Retry(timing, state::trouble, state::moved);
        String version = retry.call(Retry.TRIES, api::version);
        Sweep newest = store.sweeps(experiment).stream().findFirst()
                .orElseThrow(() -> new StoreException("nothing is known about the experiment '" + experiment + "'"));
        marks.refusals().retry();
        runs = new RemoteRuns(api, marks, retry, new RemoteExperiment(api, retry, newest),
                new Duplicates(api, retry, state::notice), timing.settle());
        runs.refresh();
        Projector projector = new Projector(marks, reporting, version);
        delivery = new Delivery(marks, api, runs, projector, retry, state::progressed);
        views = new Views(marks, projector, new ViewWriter(marks, api, version, state::notice));
        views.updateNewest();
        state.progressed();
    }

    Views views() {
        return views;
    }

    /** Returns when nothing is owed at the end, or nothing can be delivered. */
    void run() throws MlflowException, InterruptedException {
        boolean settled = false;
        while (state.fatal().isEmpty()) {
            // Read first: what was handed over before this flag was set is then among what is owed.
            boolean last = state.finishing();
            List<Long> owed = marks.owedEntries().stream().filter(id -> !state.isStopped(id)).toList();
            if (last && owed.isEmpty() && inFlight.isEmpty()) {
                if (settled) {
                    return;
                }
                runs.settle();
                state.progressed();
                settled = true;
                continue;
            }
            settled = false;
            for (long entry : owed) {
                if (inFlight.add(entry)) {
                    threads.execute(() -> work(entry));
                }
            }
            awaitWork();
        }
    }

    /** Each acknowledgement wakes us, too; while all threads have work there is no need to look at the store. */
    private void awaitWork() throws InterruptedException {
        do {
            wake.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
            if (!state.finishing()) {
                Thread.sleep(timing.gather().toMillis());
            }
            wake.drainPermits();
        } while (inFlight.size() >= AT_ONCE && state.fatal().isEmpty());
    }

    /** Asks the threads to end, and waits for it a little. */
    void end() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(long entry) {
        try {
            delivery.deliver(entry);
            views.update(entry);
        } catch (MlflowException e) {
            failed(entry, e);
        } catch (StoreException e) {
            state.fail(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Whoever trains must not lose by it, and the same entry would fail again at once.
            state.fail("publishing failed, which is a mistake of Gridrun's: " + e);
        } finally {
            inFlight.remove(entry);
            wake.release();
        }
    }

    private void failed(long entry, MlflowException e) {
        switch (e.kind()) {
            case GONE, INACTIVE -> recreate(entry, e);
            case FORBIDDEN -> state.fail(e.getMessage());
            case DELETED -> state.stop(entry, e.getMessage());
            case TRANSIENT -> state.trouble(e.getMessage());
            default -> state.stop(entry, "not delivered: " + e.getMessage());
        }
    }

    /**
     * The server's database was replaced, or another publisher has ended the run as a duplicate: what is not there is
     * created or found again, and everything of it is replayed.
     */
    private void recreate(long entry, MlflowException gone) {
        if (recreations.merge(entry, 1, Integer::sum) > RECREATIONS) {
            state.stop(entry, "the server forgets the run again and again: " + gone.getMessage());
            return;
        }
        try {
            runs.refresh();
        } catch (MlflowException e) {
            state.fail(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
