package gridrun.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: opens it, creates its tables, and says plainly what is wrong with it. */
final class Database {

    /** Raised with every change of {@code schema.sql} that an older program could not read. */
    static final int SCHEMA = 6;

    /** "grun", at a place of the file's header that SQLite keeps for this. */
    static final int APPLICATION = 0x6772756e;

    private static final int BUSY_TIMEOUT_MS = 60_000;

    private final Path file;

    private Database(Path file) {
        this.file = file;
    }

    /**
     * Creates the file where there is none.
     *
     * <p>Under a lock between processes, because SQLite's busy timeout does not cover the change to WAL.
     */
    static Database open(Path file, FileLocks locks) {
        Database database = new Database(file);
        FileLocks.Held lock = locks.lock("open");
        try {
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new StoreException(file + " cannot be written");
            }
            NativeLibrary.load(locks.directory());
            try (Connection connection = database.connect()) {
                database.prepare(connection);
            }
        } catch (SQLException e) {
            throw database.explained(e);
        } finally {
            lock.close();
        }
        return database;
    }

    /** A connection in manual commit; its transactions begin as writers. */
    Sql writer() throws SQLException {
        return sql(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    /** A connection in manual commit; its transactions see one state of the database throughout. */
    Sql reader() throws SQLException {
        return sql(SQLiteConfig.TransactionMode.DEFERRED);
    }

    /** The error as a user reads it. */
    StoreException explained(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String reason = switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_NOTADB -> "is not a database";
            case SQLITE_CORRUPT -> "is damaged";
            case SQLITE_FULL -> "cannot grow: the disk is full";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> "cannot be written";
            case SQLITE_BUSY, SQLITE_LOCKED -> "has been locked by another program for "
                    + BUSY_TIMEOUT_MS / 1000 + " s";
            case SQLITE_IOERR -> "cannot be read or written: the disk reports an error";
            default -> "failed: " + e.getMessage();
        };
        return new StoreException(file + " " + reason, e);
    }

    private Sql sql(SQLiteConfig.TransactionMode mode) throws SQLException {
        Connection connection = connect();
        ((org.sqlite.SQLiteConnection) connection).setCurrentTransactionMode(mode);
        connection.setAutoCommit(false);
        return new Sql(connection);
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Nobody asks for them, and the driver would match every statement with a regular expression and query them.
        config.setGetGeneratedKeys(false);
        Properties properties = config.toProperties();
        return org.sqlite.JDBC.createConnection("jdbc:sqlite:" + file, properties);
    }

    private void prepare(Connection connection) throws SQLException {
        int version = pragma(connection, "user_version");
        if (version > SCHEMA) {
            throw new StoreException("%s was written by a newer gridrun (its schema is %d, this one reads up to %d)"
                    .formatted(file, version, SCHEMA));
        }
        boolean empty = pragma(connection, "schema_version") == 0;
        if (!empty && pragma(connection, "application_id") != APPLICATION) {
            throw new StoreException(file + " is a database of another program");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            if (version < SCHEMA) {
                connection.setAutoCommit(false);
                if (empty) {
                    execute(statement, "schema.sql");
                    statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
                } else {
                    migrate(statement, version);
                }
                statement.executeUpdate("PRAGMA user_version = " + SCHEMA);
                connection.commit();
            }
        }
    }

    /** Each schema after the first has a script that makes it of the one before. */
    private static void migrate(Statement statement, int from) throws SQLException {
        for (int next = from + 1; next <= SCHEMA; next++) {
            execute(statement, "migration-" + next + ".sql");
        }
    }

    private static void execute(Statement statement, String script) throws SQLException {
        for (String sql : resource(script).split(";\\s*\\n")) {
            if (!sql.isBlank()) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.getInt(1);
        }
    }

    private static String resource(String name) {
        try (var stream = Database.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar", e);
        }
    }
}
