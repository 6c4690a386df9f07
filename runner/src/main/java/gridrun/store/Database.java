package gridrun.store;

import gridrun.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: opens it, closes it, and says plainly what is wrong with it. */
final class Database {

    /** What a user of a damaged store can do. */
    static final String WAY_OUT = "'recover' keeps what is whole";

    private static final String LOCK = "open";
    private static final int BUSY_TIMEOUT_MS = 60_000;
    /** Others that are about to end have it. */
    private static final int ALONE_TIMEOUT_MS = 1_000;

    private final Path file;
    private final ClosingDigest digest;
    private Object identity;

    private Database(Path file) {
        this.file = file;
        this.digest = new ClosingDigest(file);
    }

    /**
     * Creates the file where there is none.
     *
     * <p>Under a lock between processes, because SQLite's busy timeout does not cover the change to WAL.
     */
    static Database open(Path file, FileLocks locks) {
        Database database = new Database(file);
        FileLocks.Held lock = locks.lock(LOCK);
        try {
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new StoreException(file + " cannot be written");
            }
            database.requireFilesToBeKnown();
            NativeLibrary.load(locks.directory());
            boolean proven = database.digest.isProven();
            // Before the file changes: a kill in between would leave a checksum of what was.
            database.digest.forget();
            boolean current;
            try (Connection connection = connect(file, true)) {
                current = database.prepare(connection, proven);
            }
            if (!current) {
                database.bringUpToDate();
            }
            database.identity = database.currentIdentity();
        } catch (SQLException e) {
            throw database.explained(e);
        } catch (IOException e) {
            throw new StoreException(file + " cannot be read: " + DurableFiles.reason(e), e);
        } finally {
            lock.close();
        }
        return database;
    }

    /** Loads SQLite, its driver and what statements need, so that {@link #open} need not. */
    static void load() {
        if (NativeLibrary.load()) {
            try (Sql nothing = new Sql(connect("jdbc:sqlite::memory:", config(false)))) {
                nothing.number("SELECT 1");
            } catch (SQLException e) {
                // Opening meets what is wrong, and says it.
            }
        }
    }

    /** An empty database beside files of runs would be a new store, and nobody would know that one was lost. */
    private void requireFilesToBeKnown() throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        for (String kind : List.of(Queries.RUNS, Queries.SWEEPS)) {
            Path directory = file.resolveSibling(kind);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    if (files.findAny().isPresent()) {
                        throw new StoreException(("%s is missing, but %s has files that it knew of: put it back, or "
                                + "'recover' sets them aside").formatted(file, directory));
                    }
                }
            }
        }
    }

    /**
     * Makes sure that the file is still the one that was opened: what is written into one that was deleted is lost.
     *
     * @throws StoreException where it is not
     */
    void requirePresence() {
        if (!identity.equals(currentIdentity())) {
            throw new StoreException(
                    file + " was deleted or replaced while this command used it; what it recorded since is lost");
        }
    }

    /** The file's number where the file system has such, else that it is there. */
    private Object currentIdentity() {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? Boolean.TRUE : key;
        } catch (IOException e) {
            return Boolean.FALSE;
        }
    }

    /** Closes this process's connections, and notes what the database is then. */
    void close(FileLocks locks, Runnable connections) {
        Optional<FileLocks.Held> lock = lockToClose(locks);
        try {
            if (lock.isPresent()) {
                digest.forget();
            }
            connections.run();
            if (lock.isPresent()) {
                digest.write();
            }
        } catch (IOException e) {
            throw new StoreException(file + " cannot be closed: " + DurableFiles.reason(e), e);
        } finally {
            lock.ifPresent(FileLocks.Held::close);
        }
    }

    /** Empty where the database is no more there, or a lock cannot be had: closing goes on without. */
    private Optional<FileLocks.Held> lockToClose(FileLocks locks) {
        try {
            return identity.equals(currentIdentity()) ? Optional.of(locks.lock(LOCK)) : Optional.empty();
        } catch (StoreException e) {
            return Optional.empty(); // the next command looks at the pages then
        }
    }

    Sql connection() throws SQLException {
        return new Sql(connect(file, true));
    }

    /** The error as a user reads it. */
    StoreException explained(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String reason = switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_NOTADB -> "is not a database; " + WAY_OUT;
            case SQLITE_CORRUPT -> "is damaged; " + WAY_OUT;
            case SQLITE_FULL -> "cannot grow: the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "cannot be written";
            case SQLITE_BUSY, SQLITE_LOCKED -> "has been locked by another program for "
                    + BUSY_TIMEOUT_MS / 1000 + " s";
            case SQLITE_IOERR -> "cannot be read or written: the disk reports an error";
            default -> "failed: " + e.getMessage();
        };
        return new StoreException(file + " " + reason, e);
    }

    /** Whether a file is a database of ours, damaged or not. */
    static boolean isOurs(Path file) {
        try (Connection connection = connect(file, false)) {
            return Tables.isOurs(connection) && !Tables.isMissing(connection);
        } catch (SQLException e) {
            return false; // no database, or one without a head
        }
    }

    /** A new database with another's tables and nothing in them; rows may come before those that they refer to. */
    static Sql create(Path file, Path like) throws SQLException {
        Connection connection = connect(file, false);
        try (Connection other = connect(like, false)) {
            Tables.create(connection, other);
        }
        return new Sql(connection);
    }

    static Connection connect(Path file) throws SQLException {
        return connect(file, false);
    }

    private static Connection connect(Path file, boolean foreignKeys) throws SQLException {
        return connect(file, config(foreignKeys));
    }

    private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
        return connect("jdbc:sqlite:" + file, config);
    }

    private static Connection connect(String url, SQLiteConfig config) throws SQLException {
        return org.sqlite.JDBC.createConnection(url, config.toProperties());
    }

    private static SQLiteConfig config(boolean foreignKeys) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(foreignKeys);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Nobody asks for them, and the driver would match every statement with a regular expression and query them.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Whether its tables are those of today; makes them where there are none. */
    private boolean prepare(Connection connection, boolean proven) throws SQLException {
        boolean isNew = Tables.isMissing(connection);
        boolean toCheck = !isNew && !proven;
        requireOurs(connection);
        if (toCheck) {
            checkPages(connection);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        if (toCheck) {
            checkSeals(connection);
        }
        if (isNew) {
            Tables.update(connection);
        }
        return Tables.version(connection) == Tables.VERSION;
    }

    /** Only while nobody else has it open: a command of an earlier version cannot write into today's tables. */
    private void bringUpToDate() throws SQLException {
        SQLiteConfig config = config(true);
        config.setBusyTimeout(ALONE_TIMEOUT_MS);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (Connection alone = connect(file, config)) {
            Tables.update(alone);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
                throw new StoreException(file + " is from an earlier version, and another command uses it: wait for "
                        + "its end, then it can be brought up to date", e);
            }
            throw e;
        }
    }

    private void requireOurs(Connection connection) throws SQLException {
        int version = Tables.version(connection);
        if (version > Tables.VERSION) {
            throw new StoreException("%s was written by a newer gridrun (its schema is %d, this one reads up to %d)"
                    .formatted(file, version, Tables.VERSION));
        }
        if (Tables.isMissing(connection)) {
            return;
        }
        if (!Tables.isOurs(connection)) {
            throw new StoreException(file + " is a database of another program");
        }
        if (version < 1) {
            throw new StoreException(
                    "%s says that its schema is %d, and there are those from 1 to %d: it is damaged; %s"
                            .formatted(file, version, Tables.VERSION, WAY_OUT));
        }
    }

    /** Looks for what a crash or a disk may have done; it takes a moment. */
    private void checkPages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!"ok".equals(row.getString(1))) {
                throw new StoreException("%s is damaged (%s); %s".formatted(
                        file, Visible.message(row.getString(1)), WAY_OUT));
            }
        }
    }

    /** How many runs are not as they were sealed, all read at one moment: another command may seal some anew. */
    private static int broken(Sql sql, int version) throws SQLException {
        sql.beginReading();
        try {
            return Seals.broken(sql, version).size();
        } finally {
            sql.rollback();
        }
    }

    private void checkSeals(Connection connection) throws SQLException {
        int broken = broken(new Sql(connection), Tables.version(connection));
        if (broken > 0) {
            throw new StoreException("%s is damaged: what it has of %s is not what was recorded; %s"
                    .formatted(file, broken == 1 ? "1 run" : broken + " runs", WAY_OUT));
        }
    }
}
