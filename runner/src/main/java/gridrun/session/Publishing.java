package gridrun.session;

import gridrun.result.StoredResults;
import gridrun.store.Store;
import gridrun.tracking.Publisher;
import gridrun.tracking.ServerUnavailable;
import gridrun.tracking.TrackingServer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The way of an experiment's runs to MLflow: a server is found or started in the background, and the publisher with it.
 * Training waits for neither, and comes first: nothing of it happens within five seconds unless training is over, so
 * that a short experiment has the processor for itself until its table stands. Of a long one the runs are there while
 * they are trained.
 */
final class Publishing implements AutoCloseable {

    private static final long PATIENCE_MS = 5_000;
    private static final long LOOK_MS = 100;

    private final String experiment;
    private final SessionListener listener;
    private final StopSignal stop;
    private final CountDownLatch trained = new CountDownLatch(1);
    private final Thread search;
    private volatile Publisher publisher;
    private volatile String trouble;
    private volatile boolean closed;

    private Publishing(String experiment, Store store, Callable<TrackingServer> finder, SessionListener listener,
            StopSignal stop) {
        this.experiment = experiment;
        this.listener = listener;
        this.stop = stop;
        this.search = new Thread(() -> find(store, finder), "mlflow-search");
        search.setDaemon(true);
    }

    /** Will look for a server, and publish to it what the store gets. */
    static Publishing begin(String experiment, Store store, Callable<TrackingServer> finder, SessionListener listener,
            StopSignal stop) {
        Publishing publishing = new Publishing(experiment, store, finder, listener, stop);
        publishing.search.start();
        return publishing;
    }

    private void find(Store store, Callable<TrackingServer> finder) {
        try {
            trained.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            TrackingServer server = finder.call();
            synchronized (this) {
                if (!closed) {
                    publisher = new Publisher(store, server, experiment, StoredResults::report);
                    publisher.start();
                }
            }
        } catch (ServerUnavailable e) {
            trouble = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            trouble = "MLflow cannot be reached: " + e;
        }
    }

    /** Training is over: there is nothing to wait for any more. */
    void trained() {
        trained.countDown();
    }

    /** Once training is over, waits for the deliveries, unless that is to stop, and tells how they ended. */
    Publication finish() {
        while (search.isAlive() && !stop.noted()) {
            try {
                search.join(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Publication publication = publisher != null
                ? Publication.of(publisher.awaitDelivered(listener::publishing, stop))
                : Publication.without(trouble == null ? "interrupted before a server was found" : trouble);
        listener.published(publication);
        return publication;
    }

    /** Ends it; where the work is to stop, without waiting for a request under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        search.interrupt();
        if (publisher == null) {
            return;
        }
        if (stop.getAsBoolean()) {
            publisher.abandon();
        } else {
            publisher.close();
        }
    }
}
