package gridrun.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The one thread that writes; it commits changes in groups, in the order in which they were handed over.
 *
 * <p>A group is closed after {@value #GROUP_MS} ms, at {@value #GROUP_SIZE} changes, or at once when somebody waits
 * for it. Changes are collected before the transaction begins, so that other processes are locked out only while
 * it is written. After a failed commit nothing is written any more: what a disk did with a failed fsync is unknown,
 * and trying again could succeed without the data.
 */
final class Writer implements AutoCloseable {

    static final int GROUP_MS = 100;
    static final int GROUP_SIZE = 5_000;
    private static final int QUEUE_SIZE = 20_000;

    /** A change of the database; a {@link StoreException} refuses it before it has changed anything. */
    @FunctionalInterface
    interface Change {
        void apply(Sql sql) throws SQLException;
    }

    private record Event(Change change, CompletableFuture<Void> committed, boolean urgent) {
    }

    private final Database database;
    private final Sql sql;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE_SIZE);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "store-writer");
    /** Handed over and not settled yet. */
    private final List<Event> group = new ArrayList<>(GROUP_SIZE);
    /** Made before it is needed, for then there is no room for it. */
    private final StoreException exhausted = new StoreException("the store cannot write: out of memory");
    private volatile StoreException failure;
    /** Held for reading while an event is handed over, so that none can arrive behind the last. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private boolean closing;
    private volatile boolean last;

    Writer(Database database) throws SQLException {
        this.database = database;
        this.sql = database.connection();
        thread.setDaemon(true);
        thread.start();
    }

    Database database() {
        return database;
    }

    /** Called after every commit, on the writer's thread; must return at once. */
    void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Hands a change over; waits only while the queue is full. */
    void submit(Change change) {
        put(new Event(change, new CompletableFuture<>(), false));
    }

    /** Hands a change over and returns when it is on the disk. */
    void commit(Change change) {
        Event event = new Event(change, new CompletableFuture<>(), true);
        put(event);
        try {
            event.committed.join();
        } catch (CompletionException e) {
            throw new StoreException(e.getCause().getMessage(), e.getCause());
        }
    }

    private boolean isFirstToClose() {
        gate.writeLock().lock();
        try {
            boolean first = !closing;
            closing = true;
            return first;
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        if (isFirstToClose()) {
            last = true;
            offer(new Event(s -> {}, new CompletableFuture<>(), true));
            joinThread();
        }
        if (failure != null) {
            throw failed();
        }
    }

    /** A new one each time: whoever closes the store after a failure adds this one to the first. */
    private StoreException failed() {
        return new StoreException(failure.getMessage(), failure);
    }

    private void put(Event event) {
        gate.readLock().lock();
        try {
            if (failure != null) {
                throw failed();
            }
            if (closing) {
                throw new StoreException("the store is closed");
            }
            offer(event);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** An interrupt is put off: an event that was handed over is written even while everything stops. */
    private void offer(Event event) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(event);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void joinThread() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on after whatever is thrown: where this thread ended, whoever waits for it would wait for ever. */
    private void run() {
        try (sql) {
            while (!last || !queue.isEmpty() || !group.isEmpty()) {
                try {
                    collect();
                    write();
                    settle();
                } catch (OutOfMemoryError e) {
                    fail(exhausted);
                } catch (Throwable e) {
                    fail(new StoreException("the store's writer has failed: " + e, e));
                }
            }
        } catch (SQLException e) {
            failure = database.explained(e);
        }
    }

    /** Waits for changes; of a group that an error has left there is first that to be settled. */
    private void collect() throws InterruptedException {
        if (!group.isEmpty()) {
            return;
        }
        Event event = queue.take();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GROUP_MS);
        boolean urgent = false;
        while (event != null) {
            group.add(event);
            urgent |= event.urgent;
            if (group.size() == GROUP_SIZE) {
                break;
            }
            event = urgent ? queue.poll() : queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void write() {
        if (failure == null) {
            try {
                sql.beginWriting();
                for (Event event : group) {
                    apply(event);
                }
                database.requirePresence();
                sql.commit();
            } catch (StoreException e) {
                fail(e);
            } catch (SQLException e) {
                fail(database.explained(e));
            } catch (RuntimeException | OutOfMemoryError e) {
                fail(new StoreException("the store cannot write what it was given: " + e, e));
            }
        }
    }

    /** Tells those who wait what became of their changes. */
    private void settle() {
        StoreException why = failure;
        if (why == null) {
            group.forEach(event -> event.committed.complete(null));
        } else {
            group.forEach(event -> event.committed.completeExceptionally(why));
        }
        group.clear();
        if (why == null) {
            listeners.forEach(Runnable::run);
        }
    }

    private void apply(Event event) throws SQLException {
        try {
            event.change.apply(sql);
        } catch (StoreException refused) {
            event.committed.completeExceptionally(refused);
        }
    }

    private void fail(StoreException why) {
        failure = why;
        try {
            sql.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        } catch (OutOfMemoryError e) {
            // Closing the connection takes back what was begun, too.
        }
    }
}
