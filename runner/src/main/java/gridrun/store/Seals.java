package gridrun.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checksums over what is recorded of runs that have ended: identity, params, end, data, metrics, tags, facts and the
 * checksums of files. A database finds damage to its structure by itself, and not that a value has become another.
 */
final class Seals {

    /** Runs and data since their texts are shared, which was version 10, and before. */
    private static final List<String> SEALED = sealed(
            "SELECT config_id, seed, s.content, f.content FROM run LEFT JOIN shared s ON s.id = settings "
                    + "LEFT JOIN shared f ON f.id = surroundings WHERE entry = ?",
            "SELECT name, digest, context, content FROM dataset LEFT JOIN shared ON id = description WHERE entry = ? "
                    + "ORDER BY context, name, digest");
    private static final List<String> SEALED_BY_9 = sealed("SELECT config_id, seed FROM run WHERE entry = ?",
            "SELECT name, digest, context, source_type, source, schema, profile FROM dataset WHERE entry = ? "
                    + "ORDER BY context, name, digest");

    private static List<String> sealed(String run, String datasets) {
        return List.of("SELECT kind, key, state, outcome, error, start_ms, end_ms FROM entry WHERE id = ?", run,
                datasets,
                "SELECT key, step, time_ms, value FROM metric WHERE entry = ? ORDER BY key, step",
                "SELECT key, value FROM param WHERE entry = ? ORDER BY key",
                "SELECT key, value FROM tag WHERE entry = ? ORDER BY key",
                "SELECT key, value FROM fact WHERE entry = ? ORDER BY key",
                "SELECT path, size, sha256 FROM artifact WHERE entry = ? ORDER BY path");
    }

    /** What seals of a version's tables are over; those before 9 were over less, and are not compared. */
    private static List<String> sealed(int version) {
        return version < 9 ? List.of() : version == 9 ? SEALED_BY_9 : SEALED;
    }

    private Seals() {
    }

    /** Seals a run that has ended. */
    static void put(Sql sql, long entry) throws SQLException {
        put(sql, entry, Tables.VERSION);
    }

    private static void put(Sql sql, long entry, int version) throws SQLException {
        if (sql.first("SELECT 1 FROM entry WHERE id = ? AND kind = 'run'", row -> true, entry).isPresent()) {
            sql.update("INSERT OR REPLACE INTO seal VALUES (?, ?)", entry,
                    digest(sql, entry, sealed(version)));
        }
    }

    /** Seals a run again of which something was added after its end. */
    static void renew(Sql sql, long entry) throws SQLException {
        if (sql.first("SELECT 1 FROM seal WHERE entry = ?", row -> true, entry).isPresent()) {
            put(sql, entry);
        }
    }

    /** Opens the seal of a run that begins again. */
    static void remove(Sql sql, long entry) throws SQLException {
        sql.update("DELETE FROM seal WHERE entry = ?", entry);
    }

    /** Seals what has ended as it is, in tables of this version, after rows were changed for all. */
    static void putAll(Sql sql, int version) throws SQLException {
        for (long entry : sql.list(
                "SELECT id FROM entry WHERE kind = 'run' AND state = 'done'", row -> row.getLong(1))) {
            put(sql, entry, version);
        }
    }

    /**
     * The runs whose rows are not those that were sealed, or that have ended without a seal.
     *
     * @param version of the tables; of one whose seals are not compared there are none
     */
    static List<Long> broken(Sql sql, int version) throws SQLException {
        if (sealed(version).isEmpty()) {
            return List.of();
        }
        record Sealed(long entry, String sha256) {
        }
        List<Sealed> all = sql.list("""
                SELECT e.id, s.sha256 FROM entry e LEFT JOIN seal s ON s.entry = e.id
                WHERE e.kind = 'run' AND (e.state = 'done' OR s.entry IS NOT NULL)
                UNION SELECT entry, NULL FROM seal WHERE entry NOT IN (SELECT id FROM entry)""",
                row -> new Sealed(row.getLong(1), row.getString(2)));
        List<Long> broken = new ArrayList<>();
        for (Sealed sealed : all) {
            if (!digest(sql, sealed.entry(), sealed(version)).equals(sealed.sha256())) {
                broken.add(sealed.entry());
            }
        }
        return broken;
    }

    private static String digest(Sql sql, long entry, List<String> sealed) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (String query : sealed) {
            sql.each(query, row -> append(row, rows), entry);
        }
        return DurableFiles.sha256(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Each value with its length, so that no two rows are the same text; a number as the bits that it has. */
    static StringBuilder append(ResultSet row, StringBuilder rows) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            String text = value instanceof Double number
                    ? Long.toHexString(Double.doubleToLongBits(number)) : String.valueOf(value);
            append(text, rows);
        }
        return rows.append('\n');
    }

    static void append(String text, StringBuilder rows) {
        rows.append(text.length()).append(':').append(text).append(',');
    }
}
