package gridrun.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Everything that is known about runs, in {@code results/}.
 *
 * <p>In order of use: {@link #open}, {@link #plan}, {@link #begin} the sweep; then for each run {@link #lockRun}, look
 * again whether another process has done it, {@link #start}, record, {@code finish}. Reading is possible at any time,
 * from any thread, and while other processes write.
 */
public final class Store extends Recorded implements AutoCloseable {

    /** The database's file name in the results directory. */
    public static final String DATABASE = "gridrun.db";

    private final FileLocks locks;
    private final Database database;
    /** Null where the results are only read. */
    private final Writer writer;
    /** Null where the database is where the results are. */
    private final Path copy;
    /** The numbers of entries, which they keep. */
    private final Map<String, Long> entries = new ConcurrentHashMap<>();

    private Store(Path directory, Database database, FileLocks locks, Path copy) throws SQLException {
        super(directory, database);
        this.database = database;
        this.locks = locks;
        this.copy = copy;
        this.writer = copy == null ? new Writer(database) : null;
    }

    /**
     * @param directory with the files
     * @param home of the database and the locks
     * @param isCopy whether home holds a copy, which is only read and goes away with this
     */
    private static Store of(Path directory, Path home, boolean isCopy) throws SQLException {
        FileLocks locks = new FileLocks(home.resolve("locks"));
        return new Store(directory, Database.open(home.resolve(DATABASE), locks), locks, isCopy ? home : null);
    }

    /** Loads what opening needs, for who has something else to do before; returns a thread that has to be joined. */
    public static Thread loadAhead() {
        Thread loading = new Thread(Database::load, "gridrun-store");
        loading.start();
        return loading;
    }

    /**
     * Opens the results, creating what is not there.
     *
     * @throws StoreException if the directory cannot be written, or holds a file that is not our database
     * @throws java.nio.file.InvalidPathException if the directory's name is no text in the encoding of the locale
     */
    public static Store open(Path results) {
        try {
            Path directory = Files.createDirectories(results).toRealPath();
            if (!Files.isWritable(directory)) {
                throw new StoreException(results + " cannot be written: permission denied");
            }
            // SQLite is told the path as a text; where it is none in this locale, that is better said than tried.
            return of(Path.of(directory.toString()), Path.of(directory.toString()), false);
        } catch (IOException e) {
            throw new StoreException(results + " cannot be written: " + DurableFiles.reason(e), e);
        } catch (SQLException e) {
            throw new StoreException(results.resolve(DATABASE) + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens results to be read alone: also those that this user cannot write, of which a copy of the database is read.
     *
     * @throws StoreException as {@link #open}
     */
    public static Store read(Path results) {
        Path database = results.resolve(DATABASE);
        if (!Files.isRegularFile(database) || Files.isWritable(results) && Files.isWritable(database)) {
            return open(results);
        }
        Path home = null;
        try {
            home = DatabaseCopy.of(database);
            return of(results.toRealPath(), home, true);
        } catch (IOException e) {
            DatabaseCopy.delete(home);
            throw new StoreException(results + " cannot be read: " + DurableFiles.reason(e), e);
        } catch (SQLException e) {
            DatabaseCopy.delete(home);
            throw new StoreException(database + " cannot be read: " + e.getMessage(), e);
        } catch (StoreException e) {
            DatabaseCopy.delete(home);
            throw e;
        }
    }

    /** The locks between processes that work on these results. */
    public FileLocks locks() {
        return locks;
    }

    /** Writes a plan down; a known sweep gets its new members, in the new order. Returns when it is on the disk. */
    public void plan(SweepPlan plan) {
        writer().commit(sql -> new Planning(sql, plan).write());
    }

    /** Waits until no other process or thread has this run's lock; read the run's state again after this. */
    public FileLocks.Held lockRun(String runKey) {
        return locks.lock(lockName(runKey));
    }

    /**
     * Waits likewise as long as somebody wants the run.
     *
     * @param stop asked often whether to give up
     * @return the lock, or nothing where that was so
     */
    public Optional<FileLocks.Held> lockRun(String runKey, BooleanSupplier stop) {
        return locks.lock(lockName(runKey), stop);
    }

    /** The run's lock, unless another process or thread has it. */
    public Optional<FileLocks.Held> tryLockRun(String runKey) {
        return locks.tryLock(lockName(runKey));
    }

    /** Starts a planned run, or starts one again; the first start's time stays. Does not wait for the disk. */
    public Recording start(String runKey, long nowMs) {
        long entry = known(runKey);
        DurableFiles.deleteLeftovers(runDirectory(runKey));
        writer().submit(sql -> EntryChanges.start(sql, entry, nowMs));
        forget(runDirectory(runKey).resolve(Recording.ERROR_LOG));
        return new Recording(writer(), entry, runDirectory(runKey), null);
    }

    /** Begins, or goes on with, a planned sweep; several processes may work on it at once. */
    public Recording begin(String sweepId, long nowMs) {
        long entry = known(sweepId);
        FileLocks.Held lock = locks.share(lockName(sweepId));
        Path files = read(reads -> reads.directory(entry));
        DurableFiles.deleteLeftovers(files);
        writer().commit(sql -> EntryChanges.start(sql, entry, nowMs));
        return new Recording(writer(), entry, files, lock);
    }

    /** Whether a command is at work on a sweep. One that begins in this moment waits for the end of the look. */
    public boolean isWorkedOn(String sweepId) {
        return locks.isHeld(lockName(sweepId));
    }

    /** Adds to an entry that is not running, such as a table made after the end. */
    public Recording amend(String key) {
        long entry = known(key);
        Path files = read(reads -> reads.directory(entry));
        DurableFiles.deleteLeftovers(files);
        return new Recording(writer(), entry, files, null);
    }

    /** Has a run that has ended be trained again, as one that was planned and never begun; hold its lock. */
    public void takeBack(String runKey) {
        long entry = known(runKey);
        writer().commit(sql -> EntryChanges.takeBack(sql, entry));
    }

    /**
     * Ends what a kill cut off: entries that say they are running though nobody has their lock become
     * {@link Outcome#INTERRUPTED}.
     *
     * @return how many there were
     */
    public int reconcile(long nowMs) {
        List<StoredEntry> running = read(reads -> reads.running());
        int ended = 0;
        for (StoredEntry entry : running) {
            Optional<FileLocks.Held> lock = locks.tryLock(lockName(entry.key()));
            if (lock.isPresent()) {
                writer().commit(sql -> EntryChanges.interrupt(sql, entry.id(), nowMs));
                lock.get().close();
                ended++;
            }
        }
        return ended;
    }

    /** Returns when everything that was handed over is on the disk. */
    public void flush() {
        writer().commit(sql -> {});
    }

    /** What was delivered of an experiment to a server. */
    public Deliveries deliveries(String server, String experiment) {
        return new Deliveries(this, writer(), server, experiment);
    }

    /** Calls the listener after every commit of this process, on the writer's thread; it must return at once. */
    public void onCommit(Runnable listener) {
        writer().onCommit(listener);
    }

    /** Stops the calls to the listener. */
    public void removeListener(Runnable listener) {
        writer().removeListener(listener);
    }

    /** Commits what was handed over, and closes. */
    @Override
    public void close() {
        if (copy == null) {
            database.close(locks, this::closeConnections);
        } else {
            closeReader();
            DatabaseCopy.delete(copy);
        }
    }

    private void closeConnections() {
        try {
            writer.close();
        } finally {
            closeReader();
        }
    }

    private Writer writer() {
        if (writer == null) {
            throw new StoreException(directory() + " cannot be written: permission denied");
        }
        return writer;
    }

    private long known(String key) {
        Long known = entries.get(key);
        if (known == null) {
            known = read(reads -> reads.id(key)).orElseThrow(() -> new StoreException(key + " was never planned"));
            entries.put(key, known);
        }
        return known;
    }

    private static void forget(Path file) {
        try {
            DurableFiles.deleteIfThere(file);
        } catch (IOException e) {
            throw new StoreException("cannot delete " + file + ": " + DurableFiles.reason(e), e);
        }
    }

    private static String lockName(String key) {
        return key.substring(0, Math.min(16, key.length()));
    }
}
