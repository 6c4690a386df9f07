package gridrun.cli;

import gridrun.result.Results;
import gridrun.store.Store;
import gridrun.tracking.Publisher;
import gridrun.tracking.ServerUnavailable;
import gridrun.tracking.TrackingServer;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The way of an experiment's runs to MLflow while they are trained: a server is found or started in the background, and
 * the publisher with it. Training waits for neither.
 */
final class Tracking implements AutoCloseable {

    private final Terminal terminal;
    private final String experiment;
    private final Thread search;
    private volatile Publisher publisher;
    private volatile String trouble;
    private volatile boolean closed;

    private Tracking(Terminal terminal, String experiment, Store store, Callable<TrackingServer> finder) {
        this.terminal = terminal;
        this.experiment = experiment;
        this.search = new Thread(() -> find(store, finder), "mlflow-search");
        search.setDaemon(true);
    }

    /** Begins to look for a server, and to publish to it what the store gets. */
    static Tracking begin(Terminal terminal, String experiment, Store store, Callable<TrackingServer> finder) {
        Tracking tracking = new Tracking(terminal, experiment, store, finder);
        tracking.search.start();
        return tracking;
    }

    private void find(Store store, Callable<TrackingServer> finder) {
        try {
            TrackingServer server = finder.call();
            synchronized (this) {
                if (!closed) {
                    publisher = new Publisher(store, server, experiment, Results::report);
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

    /** Waits for the deliveries, tells how they ended and where to compare the runs. */
    boolean finish(boolean quiet) throws InterruptedException {
        search.join();
        Optional<Publisher> found = Optional.ofNullable(publisher);
        if (found.isPresent()) {
            return Deliveries.tell(found.get().awaitDelivered(
                    quiet ? (owed, trouble) -> { } : Deliveries.progress(terminal)), terminal);
        }
        terminal.err().println(trouble + "\nThe results are in the store; 'publish' brings them to MLflow later.");
        return false;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        search.interrupt();
        if (publisher != null) {
            publisher.close();
        }
    }
}
