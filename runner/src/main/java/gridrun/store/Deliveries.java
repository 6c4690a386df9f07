package gridrun.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marks of what one server has acknowledged of one experiment.
 *
 * <p>Every change returns when it is on the disk. Losing one only costs a repetition, which changes nothing there.
 */
public final class Deliveries {

    /** How far an entry was delivered, and to which MLflow run. */
    public record Mark(String runId, boolean adopted, long metricSeq, long revision) {
    }

    /** A metric and its place in the order of arrival. */
    public record Sequenced(long seq, MetricValue metric) {
    }

    /** What is not yet acknowledged: runs (parents included) with anything missing, and metric values. */
    public record Owed(int runs, long metrics) {

        public boolean nothing() {
            return runs == 0;
        }
    }

    /** Entries that are not as the server has them; ?1 is the target, ?2 the experiment. */
    private static final String OWED = """
            FROM entry e LEFT JOIN delivery d ON d.entry = e.id AND d.target = ?1
            WHERE e.state <> 'planned' AND COALESCE(d.revision, 0) < e.revision AND (
              e.id IN (SELECT entry FROM sweep WHERE experiment = ?2 AND parent = 1) OR
              e.id IN (SELECT m.run FROM member m JOIN sweep s ON s.entry = m.sweep WHERE s.experiment = ?2))""";

    private final Store store;
    private final Writer writer;
    private final String experiment;
    private final long target;
    private final Refusals refusals;

    Deliveries(Store store, Writer writer, String server, String experiment) {
        this.store = store;
        this.writer = writer;
        this.experiment = experiment;
        writer.commit(sql -> sql.update("INSERT OR IGNORE INTO target (server, experiment) VALUES (?, ?)",
                server, experiment));
        this.target = store.query((reads, sql) -> sql.first(
                "SELECT id FROM target WHERE server = ? AND experiment = ?", row -> row.getLong(1), server, experiment))
                .orElseThrow();
        this.refusals = new Refusals(store, writer, target);
    }

    /** Remembers the experiment's id there; another one than before is another database, so all marks are dropped. */
    public void experimentId(String id) {
        writer.commit(sql -> {
            sql.update("DELETE FROM delivery WHERE target IN "
                    + "(SELECT id FROM target WHERE id = ? AND experiment_id <> ?)", target, id);
            sql.update("UPDATE target SET experiment_id = ? WHERE id = ?", id, target);
        });
    }

    /** The experiment's id there, if it was ever reached. */
    public Optional<String> experimentId() {
        return store.query((reads, sql) -> sql.first(
                "SELECT experiment_id FROM target WHERE id = ? AND experiment_id IS NOT NULL",
                row -> row.getString(1), target));
    }

    /** The entries of which something is owed, sweeps before runs. */
    public List<Long> owedEntries() {
        return store.query((reads, sql) -> sql.list("SELECT e.id " + OWED + " ORDER BY e.kind DESC, e.id",
                row -> row.getLong(1), target, experiment));
    }

    /** How much is owed. */
    public Owed owed() {
        return store.query((reads, sql) -> sql.first("""
                SELECT COUNT(*), COALESCE(SUM((SELECT COUNT(*) FROM metric m
                  WHERE m.entry = e.id AND m.seq > COALESCE(d.metric_seq, 0))), 0)\s""" + OWED,
                row -> new Owed(row.getInt(1), row.getLong(2)), target, experiment)).orElseThrow();
    }

    /** All entries of the experiment that have begun, sweeps before runs. */
    public List<StoredEntry> entries() {
        return store.query((reads, sql) -> reads.entries("""
                SELECT e.id FROM entry e WHERE e.state <> 'planned' AND (
                  e.id IN (SELECT entry FROM sweep WHERE experiment = ?1 AND parent = 1) OR
                  e.id IN (SELECT m.run FROM member m JOIN sweep s ON s.entry = m.sweep WHERE s.experiment = ?1))""",
                experiment));
    }

    /** The entry of that identity. */
    public Optional<StoredEntry> entry(String key) {
        return store.query((reads, sql) -> {
            Optional<Long> id = reads.id(key);
            return id.isEmpty() ? Optional.empty() : Optional.of(reads.entry(id.get()));
        });
    }

    public StoredEntry entry(long id) {
        return store.query((reads, sql) -> reads.entry(id));
    }

    /** The sweep that an entry is. */
    public Sweep sweep(long entry) {
        return store.query((reads, sql) -> reads.sweep(entry)).orElseThrow();
    }

    /**
     * The figures that sum a run up, by name, as a sweep asks for them.
     *
     * @param sweep the sweep's entry
     */
    public Map<String, Double> summary(long run, long sweep) {
        return store.query((reads, sql) -> reads.summary(run, sweep));
    }

    /** A run's places in the sweeps of the experiment; the one whose sweep is its parent in MLflow leads. */
    public List<Membership> memberships(long run) {
        return store.query((reads, sql) -> reads.memberships(run, Optional.of(experiment)));
    }

    /** The runs of a sweep in the order of its newest plan, as reports take them. */
    public List<Run> runs(long sweep) {
        return store.query((reads, sql) -> reads.runs(sweep, Detail.REPORTED));
    }

    /** The configurations of a sweep, in the order of its newest plan: the axes' values by the identity. */
    public Map<String, Map<String, String>> configurations(long sweep) {
        Map<String, Map<String, String>> configurations = new LinkedHashMap<>();
        store.query((reads, sql) -> sql.list("""
                SELECT r.config_id, s.axis, s.value FROM member m JOIN run r ON r.entry = m.run
                LEFT JOIN swept s ON s.sweep = m.sweep AND s.run = m.run
                WHERE m.sweep = ? ORDER BY m.position, s.position""", row -> {
            var values = configurations.computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>());
            return row.getString(2) == null ? null : values.put(row.getString(2), row.getString(3));
        }, sweep));
        return configurations;
    }

    /** The parent that was planned last. */
    public Optional<Long> newestSweep() {
        return store.query((reads, sql) -> sql.first("SELECT entry FROM sweep WHERE experiment = ? AND parent = 1 "
                + "ORDER BY planned_ms DESC, entry DESC LIMIT 1", row -> row.getLong(1), experiment));
    }

    /** Whether some of a sweep's runs have another parent in MLflow, a sweep that was planned before it. */
    public boolean sharesRuns(long sweep) {
        return store.query((reads, sql) -> sql.first("""
                SELECT 1 FROM member m JOIN sweep s ON s.entry = m.sweep
                JOIN member o ON o.run = m.run JOIN sweep t ON t.entry = o.sweep
                WHERE m.sweep = ? AND t.experiment = s.experiment AND t.parent = 1
                  AND (t.created_ms, t.entry) < (s.created_ms, s.entry) LIMIT 1""",
                row -> true, sweep)).isPresent();
    }

    /** The run of a plan that is no parent. */
    public Optional<Long> onlyRun(String sweepId) {
        return store.query((reads, sql) -> sql.first("SELECT m.run FROM member m JOIN entry e ON e.id = m.sweep "
                + "WHERE e.key = ?", row -> row.getLong(1), sweepId));
    }

    /** The params of a sweep's first run. */
    public Map<String, String> params(long sweep) {
        return store.query((reads, sql) -> {
            Optional<Long> first = sql.first("SELECT run FROM member WHERE sweep = ? ORDER BY position LIMIT 1",
                    row -> row.getLong(1), sweep);
            return first.isEmpty() ? Map.<String, String>of() : reads.params(first.get());
        });
    }

    /** The keys of what one of the sweep's runs has measured so far, in alphabetical order. */
    public List<String> metricKeys(long sweep) {
        return store.query((reads, sql) -> sql.list("""
                SELECT DISTINCT key FROM metric WHERE entry = (
                  SELECT m.run FROM member m JOIN entry e ON e.id = m.run
                  WHERE m.sweep = ? AND EXISTS (SELECT 1 FROM metric WHERE entry = m.run)
                  ORDER BY e.outcome = 'completed' DESC, m.position LIMIT 1) ORDER BY key""",
                row -> row.getString(1), sweep));
    }

    /** The next metrics of an entry in the order of arrival. */
    public List<Sequenced> metricsAfter(long entry, long seq, int limit) {
        return store.query((reads, sql) -> sql.list(
                "SELECT key, step, time_ms, value, seq FROM metric WHERE entry = ? AND seq > ? ORDER BY seq LIMIT ?",
                row -> new Sequenced(row.getLong(5), Queries.metric(row)), entry, seq, limit));
    }

    public Optional<Mark> mark(long entry) {
        return store.query((reads, sql) -> sql.first("SELECT * FROM delivery WHERE target = ? AND entry = ?",
                row -> new Mark(row.getString("run_id"), row.getBoolean("adopted"), row.getLong("metric_seq"),
                        row.getLong("revision")),
                target, entry));
    }

    /** The MLflow runs that are marked, by the entry. */
    public Map<Long, String> runIds() {
        Map<Long, String> ids = new LinkedHashMap<>();
        store.query((reads, sql) -> sql.list("SELECT entry, run_id FROM delivery WHERE target = ?",
                row -> ids.put(row.getLong(1), row.getString(2)), target));
        return ids;
    }

    /** Marks the MLflow run that stands for an entry; everything else of it is owed, and its id by a sweep's runs. */
    public void created(long entry, String runId, boolean adopted) {
        writer.commit(sql -> {
            sql.update("UPDATE target SET creating = NULL WHERE id = ?", target);
            sql.update("DELETE FROM delivery WHERE target = ? AND entry = ?", target, entry);
            sql.update("INSERT INTO delivery (target, entry, run_id, adopted) VALUES (?, ?, ?, ?)",
                    target, entry, runId, adopted ? 1 : 0);
            sql.update("UPDATE delivery SET revision = 0 WHERE target = ? AND entry IN "
                    + "(SELECT run FROM member WHERE sweep = ?)", target, entry);
        });
    }

    /** Notes, before it is asked for, that a run of this key is about to be created. */
    public void creating(String key) {
        writer.commit(sql -> sql.update("UPDATE target SET creating = ? WHERE id = ?", key, target));
    }

    /** The key of a run whose creation was cut off: it may be there, or be about to appear. */
    public Optional<String> creating() {
        return store.query((reads, sql) -> sql.first(
                "SELECT creating FROM target WHERE id = ? AND creating IS NOT NULL", row -> row.getString(1), target));
    }

    /** Forgets an entry's MLflow run: the server does not know it any more. */
    public void gone(long entry) {
        writer.commit(sql -> sql.update("DELETE FROM delivery WHERE target = ? AND entry = ?", target, entry));
    }

    /** The fingerprints of the acknowledged items of a kind, by key. */
    public Map<String, String> delivered(long entry, String kind) {
        Map<String, String> delivered = new LinkedHashMap<>();
        store.query((reads, sql) -> sql.list(
                "SELECT key, fingerprint FROM delivered WHERE target = ? AND entry = ? AND kind = ?",
                row -> delivered.put(row.getString(1), row.getString(2)), target, entry, kind));
        return delivered;
    }

    /** Marks items of a kind as acknowledged, unless the entry's run was forgotten meanwhile. */
    public void delivered(long entry, String kind, Map<String, String> fingerprints) {
        Map<String, String> copy = Map.copyOf(fingerprints);
        writer.commit(sql -> acknowledge(sql, entry, kind, copy));
    }

    /** Marks items of several kinds, and the metrics up to a place in the order of arrival, as acknowledged. */
    public void delivered(long entry, long metricSeq, Map<String, Map<String, String>> fingerprints) {
        writer.commit(sql -> {
            for (Map.Entry<String, Map<String, String>> kind : fingerprints.entrySet()) {
                acknowledge(sql, entry, kind.getKey(), kind.getValue());
            }
            metricsTo(sql, entry, metricSeq);
        });
    }

    private void acknowledge(Sql sql, long entry, String kind, Map<String, String> fingerprints) throws SQLException {
        for (Map.Entry<String, String> item : fingerprints.entrySet()) {
            sql.update("INSERT OR REPLACE INTO delivered SELECT target, entry, ?, ?, ? FROM delivery "
                    + "WHERE target = ? AND entry = ?", kind, item.getKey(), item.getValue(), target, entry);
        }
    }

    /** Marks an item as one that the server does not have any more. */
    public void withdrawn(long entry, String kind, String key) {
        writer.commit(sql -> sql.update("DELETE FROM delivered WHERE target = ? AND entry = ? AND kind = ? AND key = ?",
                target, entry, kind, key));
    }

    /** Marks the metrics up to a place in the order of arrival as acknowledged. */
    public void metricsTo(long entry, long seq) {
        writer.commit(sql -> metricsTo(sql, entry, seq));
    }

    private void metricsTo(Sql sql, long entry, long seq) throws SQLException {
        sql.update("UPDATE delivery SET metric_seq = ? WHERE target = ? AND entry = ?", seq, target, entry);
    }

    /**
     * Marks everything of an entry up to this revision as acknowledged, unless it was owed anew meanwhile.
     *
     * @param before the mark when its delivery began
     */
    public void complete(long entry, Mark before, long revision) {
        writer.commit(sql -> sql.update(
                "UPDATE delivery SET revision = ? WHERE target = ? AND entry = ? AND revision = ?",
                revision, target, entry, before.revision()));
    }

    /** The date of an entry's plan, that of the earliest of a run's sweeps. */
    public long createdMs(long entry) {
        return store.query((reads, sql) -> sql.first("""
                SELECT MIN(created_ms) FROM sweep
                WHERE experiment = ?1 AND (entry = ?2 OR entry IN (SELECT sweep FROM member WHERE run = ?2))""",
                row -> row.getLong(1), experiment, entry)).orElseThrow();
    }

    /** Dates the sweep that an entry is, or whose only run it is, as the same plan of another results directory. */
    public void join(long entry, long createdMs) {
        writer.commit(sql -> {
            sql.update("UPDATE sweep SET created_ms = ?1 WHERE experiment = ?3 AND (entry = ?2 OR parent = 0 "
                    + "AND entry IN (SELECT sweep FROM member WHERE run = ?2))", createdMs, entry, experiment);
            sql.update("UPDATE entry SET revision = revision + 1 WHERE id = ?1 OR id IN "
                    + "(SELECT run FROM member WHERE sweep = ?1)", entry);
        });
    }

    /** Owes all of an entry again; a row that stands there is no second one when it is sent again. */
    public void again(long entry) {
        writer.commit(sql -> {
            sql.update("DELETE FROM delivered WHERE target = ? AND entry = ? AND kind <> 'view'", target, entry);
            sql.update("UPDATE delivery SET metric_seq = 0, revision = MIN(revision, 0) - 1 "
                    + "WHERE target = ? AND entry = ?", target, entry);
        });
    }

    /** Owes a sweep's runs again: what they are called or how they rank has changed with the others. */
    public void owe(long sweep) {
        writer.commit(sql -> sql.update("UPDATE delivery SET revision = MIN(revision, 0) - 1 WHERE target = ? "
                + "AND entry IN (SELECT run FROM member WHERE sweep = ?)", target, sweep));
    }

    /** What the server cannot get. */
    public Refusals refusals() {
        return refusals;
    }
}
