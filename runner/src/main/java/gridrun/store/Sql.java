package gridrun.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A connection whose statements are prepared once. For one thread at a time.
 *
 * <p>Transactions are begun in SQL: the driver's own begin as readers, and one that has read cannot write when another
 * process has written meanwhile.
 */
final class Sql implements AutoCloseable {

    /** Makes a value of the current row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the current row. */
    @FunctionalInterface
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    int update(String sql, Object... values) throws SQLException {
        return bind(sql, values).executeUpdate();
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> list = new ArrayList<>();
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                list.add(row.read(rows));
            }
        }
        return list;
    }

    /** Does something with each row of a query. */
    void each(String sql, Each each, Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                each.row(rows);
            }
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    /** The first column of the first row; empty where there is no row, or NULL. */
    OptionalLong number(String sql, Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? number(rows, 1) : OptionalLong.empty();
        }
    }

    /** A column of the current row; empty where it is NULL. */
    static OptionalLong number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return value == 0 && row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Begins a transaction that sees one state of the database throughout. */
    void beginReading() throws SQLException {
        update("BEGIN");
    }

    /** Begins a transaction that writes; waits until no other process does. */
    void beginWriting() throws SQLException {
        update("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        update("COMMIT");
    }

    void rollback() throws SQLException {
        update("ROLLBACK");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
