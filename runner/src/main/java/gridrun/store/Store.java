package gridrun.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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
public final class Store implements AutoCloseable {

    /** The database's file name in the results directory. */
    public static final String DATABASE = "gridrun.db";

    private final Path directory;
    private final FileLocks locks;
    private final Database database;
    private final Sql reader;
    /** Null where the results are only read. */
    private final Writer writer;
    /** Null where the database is where the results are. */
    private final Path copy;
    /** The numbers of entries, which they keep. */
    private final Map<String, Long> entries = new ConcurrentHashMap<>();
    /** Used with the reader locked; null before the first time. */
    private LastRead lastRead;

    /**
     * @param directory with the files
     * @param home of the database and the locks
     * @param isCopy whether home holds a copy, which is only read and goes away with this
     */
    private Store(Path directory, Path home, boolean isCopy) throws SQLException {
        this.directory = directory;
        this.copy = isCopy ? home : null;
        this.locks = new FileLocks(home.resolve("locks"));
        this.database = Database.open(home.resolve(DATABASE), locks);
        this.reader = database.connection();
        this.writer = isCopy ? null : new Writer(database);
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
            return new Store(Path.of(directory.toString()), Path.of(directory.toString()), false);
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
            return new Store(results.toRealPath(), home, true);
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

    /** The results directory, absolute. */
    public Path directory() {
        return directory;
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
        DurableFiles.deleteLeftovers(Queries.runDirectory(directory, runKey));
        writer().submit(sql -> EntryChanges.start(sql, entry, nowMs));
        forget(runDirectory(runKey).resolve(Recording.ERROR_LOG));
        return new Recording(writer(), entry, Queries.runDirectory(directory, runKey), null);
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

    /** How a run ended; empty where it has not, or was never planned. */
    public Optional<Outcome> outcome(String runKey) {
        return read(reads -> reads.outcome(runKey));
    }

    /** The run with everything but its metrics' history; its name is that in the sweep that planned it first. */
    public Optional<Run> run(String runKey) {
        return read(reads -> {
            Optional<Long> id = reads.id(runKey);
            return id.isEmpty() ? Optional.empty() : Optional.of(reads.run(id.get()));
        });
    }

    /** The same as one of its sweeps has it, by that sweep's name of it. */
    public Optional<Run> run(String sweepId, String runKey) {
        return read(reads -> {
            Optional<Long> id = reads.id(runKey);
            return id.isEmpty() ? Optional.empty() : reads.run(id.get(), sweepId);
        });
    }

    /** The runs of a sweep in the order of its newest plan; those that only earlier plans had come last. */
    public List<Run> runs(String sweepId) {
        return read(reads -> {
            long version = reads.version();
            if (lastRead == null || lastRead.version != version || !lastRead.sweepId.equals(sweepId)) {
                Optional<Long> id = reads.id(sweepId);
                lastRead = new LastRead(version, sweepId, id.isEmpty() ? List.of() : reads.runs(id.get()));
            }
            return lastRead.runs;
        });
    }

    /** The same runs with their figures, and without tags, data and artifacts: what a list of many sweeps takes. */
    public List<Run> figures(String sweepId) {
        return read(reads -> {
            Optional<Long> id = reads.id(sweepId);
            return id.isEmpty() ? List.of() : reads.runs(id.get(), false);
        });
    }

    /**
     * The runs of the sweep that was asked for last, which a command asks for again and again.
     *
     * @param version the database's then: with every commit it is another
     */
    private record LastRead(long version, String sweepId, List<Run> runs) {
    }

    /** The runs of an experiment that have their result; those that were planned last come last. */
    public List<Trained> trained(String experiment) {
        return read(reads -> reads.trained(experiment));
    }

    /** A run's settings by their full names; none where it was never planned. */
    public Map<String, String> params(String runKey) {
        return read(reads -> reads.params(reads.id(runKey).orElse(-1L)));
    }

    /** Where a sweep's plan had the files that a run's settings name, by the settings' full names. */
    public Map<String, String> files(String sweepId, String runKey) {
        return read(reads -> reads.files(reads.id(sweepId).orElse(-1L), reads.id(runKey).orElse(-1L)));
    }

    /** The sweep, if it was planned. */
    public Optional<Sweep> sweep(String sweepId) {
        return read(reads -> {
            Optional<Long> id = reads.id(sweepId);
            return id.isEmpty() ? Optional.empty() : reads.sweep(id.get());
        });
    }

    /** The sweeps of an experiment, the newest plan first. */
    public List<Sweep> sweeps(String experiment) {
        return sweeps(Optional.of(experiment));
    }

    /** All sweeps, the newest plan first. */
    public List<Sweep> sweeps() {
        return sweeps(Optional.empty());
    }

    /** The names of all experiments, the one that was planned last first. */
    public List<String> experiments() {
        return sweeps().stream().map(Sweep::experiment).distinct().toList();
    }

    /** The history of a run's metrics by step, then key. */
    public List<MetricValue> metrics(String runKey) {
        return read(reads -> reads.metrics(reads.id(runKey).orElse(-1L)));
    }

    /** The history of one metric by step. */
    public List<MetricValue> metrics(String runKey, String key) {
        return read(reads -> reads.metrics(reads.id(runKey).orElse(-1L), key));
    }

    /** Where a run's artifacts are. */
    public Path runDirectory(String runKey) {
        return Queries.runDirectory(directory, runKey);
    }

    /** Where a sweep's artifacts are. */
    public Path sweepDirectory(Sweep sweep) {
        return Queries.sweepDirectory(directory, sweep.experiment(), sweep.sweepId());
    }

    /** The files of a run that are gone, or have another size than they had. */
    public List<String> lostFiles(Run run) {
        return lost(runDirectory(run.runKey()), run.artifacts());
    }

    /** The same of a sweep. */
    public List<String> lostFiles(Sweep sweep) {
        return lost(sweepDirectory(sweep), sweep.artifacts());
    }

    private static List<String> lost(Path files, List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> !DurableFiles.isThere(files.resolve(artifact.path()), artifact.size()))
                .map(Artifact::path).toList();
    }

    /**
     * The checksum of all that is recorded of a sweep and its runs, but for what says what was made of them: another
     * one as soon as anything is recorded that a table could show.
     */
    public String checksum(String sweepId) {
        return read(reads -> reads.checksum(reads.id(sweepId).orElseThrow()));
    }

    /** A number that is another one when another process, or another store of this one, has committed something. */
    public long version() {
        return read(Queries::version);
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

    /** Something that is read in one transaction. */
    @FunctionalInterface
    interface Query<T> {
        T run(Queries reads, Sql sql) throws SQLException;
    }

    <T> T query(Query<T> query) {
        synchronized (reader) {
            try {
                reader.beginReading();
                try {
                    return query.run(new Queries(reader, directory), reader);
                } finally {
                    reader.rollback();
                }
            } catch (SQLException e) {
                throw database.explained(e);
            }
        }
    }

    private <T> T read(Reading<T> reading) {
        return query((reads, sql) -> reading.run(reads));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run(Queries reads) throws SQLException;
    }

    private Writer writer() {
        if (writer == null) {
            throw new StoreException(directory + " cannot be written: permission denied");
        }
        return writer;
    }

    private List<Sweep> sweeps(Optional<String> experiment) {
        return read(reads -> {
            List<Sweep> sweeps = new ArrayList<>();
            for (long id : reads.sweeps(experiment)) {
                reads.sweep(id).ifPresent(sweeps::add);
            }
            return sweeps;
        });
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

    private void closeReader() {
        synchronized (reader) {
            try {
                reader.close();
            } catch (SQLException e) {
                throw database.explained(e);
            }
        }
    }
}
