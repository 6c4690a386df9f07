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
import org.sqlite.SQLiteErrorCode;

/** Copies the rows of a damaged database that can be read into a new one. */
final class Salvage {

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
            if (Tables.version(from) < Tables.VERSION) {
                Seals.putAll(to);
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
        String names = String.join(", ", columns);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String insert = "INSERT OR IGNORE INTO %s (%s) VALUES (%s)".formatted(table, names, marks);
        long[] last = {Long.MIN_VALUE};
        try {
            copy("SELECT rowid, %s FROM %s NOT INDEXED ORDER BY rowid".formatted(names, table), insert, from, last);
        } catch (SQLException e) {
            lost.add("rows of the table %s, behind number %,d".formatted(table, Math.max(0, last[0])));
            try {
                copy("SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid > %d ORDER BY rowid DESC"
                        .formatted(names, table, last[0]), insert, from, last);
            } catch (SQLException fromTheEnd) {
                e.addSuppressed(fromTheEnd); // what lies between is lost
            }
        }
    }

    private void copy(String query, String insert, Statement from, long[] last) throws SQLException {
        try (ResultSet rows = from.executeQuery(query)) {
            int count = rows.getMetaData().getColumnCount() - 1;
            while (rows.next()) {
                Object[] values = new Object[count];
                for (int i = 0; i < count; i++) {
                    values[i] = rows.getObject(i + 2);
                }
                insert(insert, values);
                last[0] = rows.getLong(1);
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

    /** Removes rows of entries that are gone, until every row's others are there. */
    void removeOrphans() throws SQLException {
        record Orphan(String table, long rowid) {
        }
        to.update("DELETE FROM entry WHERE kind = 'sweep' AND id NOT IN (SELECT entry FROM sweep)");
        to.update("DELETE FROM member WHERE sweep NOT IN (SELECT id FROM entry)");
        to.update("DELETE FROM entry WHERE kind = 'run' "
                + "AND (id NOT IN (SELECT entry FROM run) OR id NOT IN (SELECT run FROM member))");
        List<Orphan> orphans;
        do {
            orphans = to.list("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check",
                    row -> new Orphan(row.getString(1), row.getLong(2)));
            for (Orphan orphan : orphans) {
                to.update("DELETE FROM %s WHERE rowid = ?".formatted(orphan.table()), orphan.rowid());
            }
        } while (!orphans.isEmpty());
        to.update("DELETE FROM seal WHERE entry NOT IN (SELECT id FROM entry)");
    }
}
