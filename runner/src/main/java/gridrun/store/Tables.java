package gridrun.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a database: tells which it has, makes them, and brings older ones up to date. */
final class Tables {

    /** Raised with every change of {@code schema.sql} that an older program could not read. */
    static final int VERSION = 10;

    /** "grun", at a place of the file's header that SQLite keeps for this. */
    static final int APPLICATION = 0x6772756e;

    private Tables() {
    }

    /** Whether there is not a table yet. */
    static boolean isMissing(Connection connection) throws SQLException {
        return pragma(connection, "schema_version") == 0;
    }

    /** Whether the tables are said to be ours. */
    static boolean isOurs(Connection connection) throws SQLException {
        return pragma(connection, "application_id") == APPLICATION;
    }

    /** The version that a database says it has; 0 where it has no table. */
    static int version(Connection connection) throws SQLException {
        return pragma(connection, "user_version");
    }

    /** Makes the tables where there are none, and those of an older version what they are today. */
    static void update(Connection connection) throws SQLException {
        int version = version(connection);
        if (version == VERSION) {
            return;
        }
        boolean missing = isMissing(connection);
        int checked = pragma(connection, "foreign_keys");
        try (Statement statement = connection.createStatement()) {
            // A table that is replaced would take with it what refers to it.
            statement.execute("PRAGMA foreign_keys = 0");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (missing) {
                execute(statement, "schema.sql");
                statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
            } else {
                migrate(statement, version);
                Seals.putAll(new Sql(connection), VERSION);
            }
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + checked);
        }
    }

    /** Makes the tables that another database has; those of its version, where that is an earlier one. */
    static void create(Connection connection, Connection other) throws SQLException {
        int version = version(other);
        if (version < 1 || version >= VERSION) { // a version that never was is part of the damage
            update(connection);
            return;
        }
        connection.setAutoCommit(false);
        try {
            copy(connection, other);
            pragma(connection, "user_version", version);
            connection.commit();
        } catch (SQLException damaged) { // then what has the same names in today's tables is all there is to copy
            connection.rollback();
        }
        connection.setAutoCommit(true);
        if (isMissing(connection)) {
            update(connection);
        }
    }

    private static void copy(Connection connection, Connection other) throws SQLException {
        try (Statement statement = connection.createStatement();
                Statement from = other.createStatement();
                var tables = from.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                        + "AND name NOT LIKE 'sqlite_%' ORDER BY rowid")) {
            while (tables.next()) {
                statement.executeUpdate(tables.getString(1));
            }
        }
        pragma(connection, "application_id", APPLICATION);
    }

    private static void pragma(Connection connection, String name, int value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA " + name + " = " + value);
        }
    }

    /** Each version after the first has a script that makes it of the one before. */
    private static void migrate(Statement statement, int from) throws SQLException {
        for (int next = from + 1; next <= VERSION; next++) {
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

    private static String resource(String name) {
        try (var stream = Tables.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar", e);
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.getInt(1);
        }
    }
}
