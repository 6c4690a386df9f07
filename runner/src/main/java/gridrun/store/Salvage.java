package gridrun.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sqlite.SQLiteErrorCode;

/** Copies the rows of a damaged database that can be read into a new one. */
final class Salvage {

    /** How far a table has been copied. */
    private static final class Copied {

        final String insert;
        /** The columns of the key. */
        final List<Integer> key;
        /** The key of the row that was copied last; empty before the first. */
        List<Object> last = List.of();
        long rows;

        Copied(String insert, List<Integer> key) {
            this.insert = insert;
            this.key = key;
        }
    }

    private final Sql to;
    private final Path damaged;

    Salvage(Sql to, Path damaged) {
        this.to = to;
        this.damaged = damaged;
    }

    /**
     * Copies table by table, from both ends up to what cannot be read.
     *
     * @param lost is told what could not be
     * @return whether the database holds together
     */
    boolean copy(List<String> lost) throws SQLException {
        try (Connection from = Database.connect(damaged); Statement statement = from.createStatement()) {
            for (String table : to.list("SELECT name FROM sqlite_schema WHERE type = 'table' "
                    + "AND name NOT LIKE 'sqlite_%' ORDER BY rowid", row -> row.getString(1))) {
                copy(table, statement, lost);
            }
            return lost.isEmpty() && isSound(statement);
        }
    }

    private static boolean isSound(Statement statement) {
        try (ResultSet found = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return "ok".equals(found.getString(1));
        } catch (SQLException e) {
            return false; // the damage itself
        }
    }

    private void copy(String table, Statement from, List<String> lost) throws SQLException {
        List<String> columns = columns(table, from);
        if (columns.isEmpty()) {
            return; // an older schema has no such table
        }
        List<String> key = to.list("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
                row -> row.getString(1), table);
        String names = String.join(", ", columns);
        Copied copied = new Copied("INSERT OR IGNORE INTO %s (%s) VALUES (%s)".formatted(table, names, marks(columns)),
                key.stream().map(columns::indexOf).toList());
        String query = "SELECT %s FROM %s NOT INDEXED".formatted(names, table);
        try (PreparedStatement all = from.getConnection().prepareStatement(query + order(key, ""))) {
            copy(all, copied);
        } catch (SQLException e) {
            lost.add("rows of the table %s, behind the first %,d".formatted(table, copied.rows));
            String behind = copied.last.isEmpty() ? ""
                    : " WHERE (%s) > (%s)".formatted(String.join(", ", key), marks(key));
            try (PreparedStatement rest =
                    from.getConnection().prepareStatement(query + behind + order(key, " DESC"))) {
                for (int i = 0; i < copied.last.size(); i++) {
                    rest.setObject(i + 1, copied.last.get(i));
                }
                copy(rest, copied);
            } catch (SQLException fromTheEnd) {
                e.addSuppressed(fromTheEnd); // what lies between is lost
            }
        }
    }

    private static String marks(List<String> columns) {
        return String.join(", ", Collections.nCopies(columns.size(), "?"));
    }

    private static String order(List<String> key, String direction) {
        return " ORDER BY " + String.join(direction + ", ", key) + direction;
    }

    private void copy(PreparedStatement query, Copied copied) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            int count = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] values = new Object[count];
                for (int i = 0; i < count; i++) {
                    values[i] = rows.getObject(i + 1);
                }
                insert(copied.insert, values);
                copied.last = copied.key.stream().map(column -> values[column]).toList();
                copied.rows++;
            }
        }
    }

    /** A row that its own table refuses has been damaged: it is left out, and its run is then not whole. */
    private void insert(String insert, Object[] values) throws SQLException {
        try {
            to.update(insert, values);
        } catch (SQLException refused) {
            if ((refused.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw refused;
            }
        }
    }

    private List<String> columns(String table, Statement from) throws SQLException {
        List<String> wanted = to.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
        try (PreparedStatement query = from.getConnection().prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                List<String> there = new ArrayList<>();
                while (rows.next()) {
                    there.add(rows.getString(1));
                }
                return wanted.stream().filter(there::contains).toList();
            }
        }
    }

    /** What nothing vouches for: the next plan writes the settings of runs that have not ended again. */
    void forgetUnsealedSettings() throws SQLException {
        to.update("UPDATE run SET settings = NULL, surroundings = NULL "
                + "WHERE entry NOT IN (SELECT id FROM entry WHERE state = 'done')");
        to.update("DELETE FROM param WHERE entry NOT IN (SELECT id FROM entry WHERE state = 'done')");
        to.update("DELETE FROM shared WHERE NOT json_valid(content)");
    }

    /** Removes rows of entries that are gone, until every row's others are there. */
    void removeOrphans() throws SQLException {
        int removed;
        do {
            removed = to.update("DELETE FROM entry WHERE kind = 'sweep' AND id NOT IN (SELECT entry FROM sweep)")
                    + to.update("DELETE FROM member WHERE sweep NOT IN (SELECT id FROM entry)")
                    + to.update("DELETE FROM entry WHERE kind = 'run' "
                            + "AND (id NOT IN (SELECT entry FROM run) OR id NOT IN (SELECT run FROM member))");
            for (String table : to.list("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check",
                    row -> row.getString(1))) {
                removed += removeOrphans(table);
            }
        } while (removed > 0);
        to.update("DELETE FROM seal WHERE entry NOT IN (SELECT id FROM entry)");
    }

    private int removeOrphans(String table) throws SQLException {
        record Column(int reference, String name, String to, String parent) {
        }
        List<Column> columns = to.list("""
                SELECT f.id, f."from", COALESCE(f."to",
                  (SELECT name FROM pragma_table_info(f."table") WHERE pk = f.seq + 1)), f."table"
                FROM pragma_foreign_key_list(?) f""",
                row -> new Column(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)), table);
        int removed = 0;
        for (List<Column> reference : columns.stream().collect(Collectors.groupingBy(Column::reference)).values()) {
            removed +=
                    to.update("DELETE FROM %1$s WHERE %2$s AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE %4$s)".formatted(
                            table, each(reference, column -> "%s IS NOT NULL".formatted(column.name())),
                            reference.get(0).parent(),
                            each(reference, column -> "p.%s = %s.%s".formatted(column.to(), table, column.name()))));
        }
        return removed;
    }

    private static <T> String each(List<T> columns, Function<T, String> condition) {
        return columns.stream().map(condition).collect(Collectors.joining(" AND "));
    }
}
