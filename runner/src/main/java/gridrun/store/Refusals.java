package gridrun.store;

import java.sql.SQLException;
import java.util.List;

/** What a server cannot get: it refuses it for good, or it cannot be read here. The next publisher tries again. */
public final class Refusals {

    /** An item that the server cannot get, and why. */
    public record Refusal(String entryKey, String kind, String key, String message) {
    }

    private final Store store;
    private final Writer writer;
    private final long target;

    Refusals(Store store, Writer writer, long target) {
        this.store = store;
        this.writer = writer;
        this.target = target;
    }

    /** Sets an item aside. */
    public void add(long entry, String kind, String key, String message) {
        writer.commit(sql -> sql.update("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)",
                target, entry, kind, key, message));
    }

    /** Takes an item back: it is another now, or is not wanted any more. */
    public void remove(long entry, String kind, String key) {
        writer.commit(
                sql -> sql.update("DELETE FROM quarantine WHERE target = ? AND entry = ? AND kind = ? AND key = ?",
                        target, entry, kind, key));
    }

    /** What was refused since {@link #retry}. */
    public List<Refusal> all() {
        return store.query((reads, sql) -> sql.list("""
                SELECT e.key AS entry_key, q.kind, q.key, q.message FROM quarantine q JOIN entry e ON e.id = q.entry
                WHERE q.target = ? ORDER BY q.entry, q.kind, q.key""",
                row -> new Refusal(row.getString(1), row.getString(2), row.getString(3), row.getString(4)), target));
    }

    /** Owes again what was refused: the server may have been repaired. */
    public void retry() {
        writer.commit(this::retry);
    }

    private void retry(Sql sql) throws SQLException {
        String refusedEntries = "(SELECT entry FROM quarantine WHERE target = ?1)";
        sql.update("UPDATE delivery SET revision = 0 WHERE target = ?1 AND entry IN " + refusedEntries, target);
        sql.update("UPDATE delivery SET metric_seq = 0 WHERE target = ?1 AND entry IN "
                + "(SELECT entry FROM quarantine WHERE target = ?1 AND kind = 'metric')", target);
        sql.update("DELETE FROM quarantine WHERE target = ?", target);
    }
}
