package gridrun.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The changes that an entry goes through; each raises its revision, which is what publishers watch. */
final class EntryChanges {

    private EntryChanges() {
    }

    static void touch(Sql sql, long entry) throws SQLException {
        sql.update("UPDATE entry SET revision = revision + 1 WHERE id = ?", entry);
    }

    /**
     * An earlier start that was cut off keeps its time: in MLflow, too, it is the same run. Of one that failed nothing
     * is left.
     */
    static void start(Sql sql, long entry, long nowMs) throws SQLException {
        sql.update("DELETE FROM artifact WHERE entry = ? AND path = ?", entry, Recording.ERROR_LOG);
        sql.update("""
                UPDATE entry SET state = 'running', outcome = NULL, error = NULL, end_ms = NULL,
                  start_ms = COALESCE(start_ms, ?), revision = revision + 1 WHERE id = ?""", nowMs, entry);
        Seals.remove(sql, entry);
    }

    /** Only whoever waits for a run's end has to see that it is open again: what was delivered of it stays. */
    static void takeBack(Sql sql, long entry) throws SQLException {
        sql.update("UPDATE entry SET state = 'planned', outcome = NULL, error = NULL, end_ms = NULL WHERE id = ?",
                entry);
        Seals.remove(sql, entry);
    }

    /** A run that ends changes what the sweeps come to that were done without it. */
    static void finish(Sql sql, long entry, Outcome outcome, String error, long endMs) throws SQLException {
        sql.update("""
                UPDATE entry SET state = 'done', outcome = ?, error = ?, end_ms = ?, revision = revision + 1
                WHERE id = ?""", outcome.word(), error, endMs, entry);
        Seals.put(sql, entry);
        sql.update("""
                UPDATE entry SET revision = revision + 1
                WHERE state = 'done' AND id IN (SELECT sweep FROM member WHERE run = ?)""", entry);
    }

    /** Ends what is still said to be running; its last sign of life is its last metric. */
    static void interrupt(Sql sql, long entry, long nowMs) throws SQLException {
        sql.update("""
                UPDATE entry SET state = 'done', outcome = 'interrupted', revision = revision + 1,
                  end_ms = COALESCE((SELECT MAX(time_ms) FROM metric WHERE entry = id), ?)
                WHERE id = ? AND state = 'running'""", nowMs, entry);
        Seals.put(sql, entry);
    }

    /**
     * The first recorded row of a (key, step) stands, with its time.
     *
     * <p>A run that was killed and is trained again measures the same values: the engine promises the same bits. Its
     * rows may already be in MLflow, where the same key and step with another time is a further row, never a
     * replacement. So what was recorded once must be what every later delivery sends, and repetitions are ignored.
     */
    static void metrics(Sql sql, long entry, Collection<MetricValue> metrics) throws SQLException {
        long seq = sql.first("SELECT metrics FROM entry WHERE id = ?", row -> row.getLong(1), entry).orElseThrow();
        for (MetricValue m : metrics) {
            sql.update("INSERT OR IGNORE INTO metric (entry, key, step, seq, time_ms, value) VALUES (?, ?, ?, ?, ?, ?)",
                    entry, m.key(), m.step(), ++seq, m.epochMillis(), Double.isNaN(m.value()) ? null : m.value());
        }
        Seals.renew(sql, entry);
        sql.update("UPDATE entry SET metrics = ?, revision = revision + 1 WHERE id = ?", seq, entry);
    }

    static void facts(Sql sql, long entry, Map<String, String> facts) throws SQLException {
        texts(sql, "fact", entry, facts);
    }

    /** Facts that a run has in common with others, over earlier ones. */
    static void surroundings(Sql sql, long run, Map<String, String> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        OptionalLong before = sql.number("SELECT surroundings FROM run WHERE entry = ?", run);
        long after = new Shared(sql).over(before, facts);
        if (!before.equals(OptionalLong.of(after))) {
            sql.update("UPDATE run SET surroundings = ? WHERE entry = ?", after, run);
            Seals.renew(sql, run);
            touch(sql, run);
        }
    }

    static void tags(Sql sql, long entry, Map<String, String> tags) throws SQLException {
        if (texts(sql, "tag", entry, tags)) {
            PlanMark.remove(sql, entry);
        }
    }

    /**
     * A plan that says the same again of thousands of runs has none of them sealed or delivered anew.
     *
     * @return whether any was another
     */
    private static boolean texts(Sql sql, String table, long entry, Map<String, String> texts) throws SQLException {
        int changed = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            changed += sql.update("INSERT INTO " + table + " VALUES (?, ?, ?) ON CONFLICT (entry, key) DO UPDATE "
                    + "SET value = excluded.value WHERE value <> excluded.value", entry, text.getKey(),
                    text.getValue());
        }
        if (changed > 0) {
            Seals.renew(sql, entry);
            touch(sql, entry);
        }
        return changed > 0;
    }

    /** Tags that no later plan changes. Which ones they are is a fact. */
    static void ownTags(Sql sql, long entry, Map<String, String> tags) throws SQLException {
        if (sql.update("DELETE FROM fact WHERE entry = ? AND key = ?", entry, Facts.OWN_TAGS) > 0) {
            PlanMark.remove(sql, entry);
        }
        Seals.renew(sql, entry);
        if (!tags.isEmpty()) {
            facts(sql, entry, Map.of(Facts.OWN_TAGS, String.join(",", new TreeSet<>(tags.keySet()))));
        }
        tags(sql, entry, tags);
    }

    /** What a plan says of a run, but for what is the run's own. */
    static void plannedTags(Sql sql, long entry, Map<String, String> tags) throws SQLException {
        String own = sql.first("SELECT value FROM fact WHERE entry = ? AND key = ?", row -> row.getString(1), entry,
                Facts.OWN_TAGS).orElse("");
        Map<String, String> others = new LinkedHashMap<>(tags);
        others.keySet().removeAll(Set.of(own.split(",")));
        tags(sql, entry, others);
    }

    static void dataset(Sql sql, long entry, DatasetInput d) throws SQLException {
        sql.update("INSERT OR REPLACE INTO dataset VALUES (?, ?, ?, ?, ?)", entry, d.name(), d.digest(), d.context(),
                new Shared(sql).put(d.description()));
        Seals.renew(sql, entry);
        touch(sql, entry);
    }

    static void artifacts(Sql sql, long entry, Collection<Artifact> artifacts) throws SQLException {
        for (Artifact a : artifacts) {
            sql.update("INSERT OR REPLACE INTO artifact VALUES (?, ?, ?, ?)", entry, a.path(), a.size(), a.sha256());
        }
        Seals.renew(sql, entry);
        touch(sql, entry);
    }
}
