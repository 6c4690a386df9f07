package gridrun.store;

import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is read from the database, within one transaction. */
final class Queries {

    static final String RUNS = "runs";
    static final String SWEEPS = "sweeps";
    /** The runs of a sweep. */
    private static final String MEMBERS = "SELECT run FROM member WHERE sweep = ?1";

    private final Sql sql;
    private final Path results;

    Queries(Sql sql, Path results) {
        this.sql = sql;
        this.results = results;
    }

    Optional<Long> id(String key) throws SQLException {
        return sql.first("SELECT id FROM entry WHERE key = ?", row -> row.getLong(1), key);
    }

    Optional<Outcome> outcome(String key) throws SQLException {
        return sql.first("SELECT outcome FROM entry WHERE key = ? AND outcome IS NOT NULL",
                row -> Outcome.of(row.getString(1)), key);
    }

    StoredEntry entry(long id) throws SQLException {
        return new Entries(sql, results, "SELECT ?1", id).read().get(id);
    }

    /** Where an entry's artifacts are. */
    Path directory(long id) throws SQLException {
        return sql.first("SELECT e.key, s.experiment FROM entry e LEFT JOIN sweep s ON s.entry = e.id WHERE e.id = ?",
                row -> row.getString(2) == null ? runDirectory(results, row.getString(1))
                        : sweepDirectory(results, row.getString(2), row.getString(1)),
                id).orElseThrow();
    }

    /** The checksum of a sweep with its runs, as their seals have these, and without its views. */
    String checksum(long sweep) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (String query : List.of("SELECT experiment, metric, goal FROM sweep WHERE entry = ?",
                "SELECT name FROM axis WHERE sweep = ? ORDER BY position",
                "SELECT key, value FROM fact WHERE entry = ? AND key NOT IN ('" + String.join("', '", Facts.MARKS)
                        + "') ORDER BY key",
                // One text of all runs: the driver takes longer to hand over a row than to find it.
                """
                SELECT json_group_array(json_array(e.key, m.name, e.state, e.outcome, r.version, l.sha256,
                  m.planned_ms IS s.planned_ms) ORDER BY m.position)
                FROM member m JOIN sweep s ON s.entry = m.sweep JOIN entry e ON e.id = m.run
                JOIN run r ON r.entry = m.run LEFT JOIN seal l ON l.entry = m.run WHERE m.sweep = ?""")) {
            sql.each(query, row -> Seals.append(row, rows), sweep);
        }
        sql.each("SELECT path, sha256 FROM artifact WHERE entry = ? ORDER BY path", row -> {
            if (!Artifact.isView(row.getString(1))) {
                Seals.append(row, rows);
            }
        }, sweep);
        return DurableFiles.sha256(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** SQLite's number of what others have committed. */
    long version() throws SQLException {
        return sql.first("PRAGMA data_version", row -> row.getLong(1)).orElseThrow();
    }

    List<StoredEntry> running() throws SQLException {
        return entries("SELECT id FROM entry WHERE state = 'running'");
    }

    /** Sweeps before runs. */
    List<StoredEntry> entries(String ids, Object... values) throws SQLException {
        return List.copyOf(new Entries(sql, results, ids, values).read().values());
    }

    Optional<Sweep> sweep(long id) throws SQLException {
        StoredEntry entry = entry(id);
        return sql.first("SELECT * FROM sweep WHERE entry = ?", row -> sweep(row, entry), id);
    }

    /** Those of an experiment, or all; the newest plan first. */
    List<Long> sweeps(Optional<String> experiment) throws SQLException {
        return sql.list("SELECT entry FROM sweep WHERE ?1 IS NULL OR experiment = ?1 "
                + "ORDER BY planned_ms DESC, entry DESC", row -> row.getLong(1), experiment.orElse(null));
    }

    /** @param planned whether the newest plan has it */
    private record Member(long run, String name, boolean planned) {
    }

    /**
     * A sweep's runs.
     *
     * @param details what they come with, beside their settings and figures
     */
    List<Run> runs(long sweep, Set<Detail> details) throws SQLException {
        Asked asked = asked(sweep);
        List<Member> members = sql.list(
                """
                SELECT m.run, m.name, m.planned_ms IS s.planned_ms FROM member m JOIN sweep s ON s.entry = m.sweep
                WHERE m.sweep = ? ORDER BY m.position""",
                row -> new Member(row.getLong(1), row.getString(2), row.getBoolean(3)), sweep);
        Set<Long> superseded = members.stream().allMatch(Member::planned) ? Set.of() : Superseded.of(sql, sweep);
        Map<Long, StoredEntry> entries = new Entries(sql, results, MEMBERS, sweep).read(details);
        Map<Long, Map<String, Double>> summaries = new Summary(sql, MEMBERS, sweep).of(asked.ranked, asked.goal);
        Map<Long, Map<String, String>> swept = new HashMap<>();
        Texts texts = new Texts();
        sql.each("SELECT run, axis, value FROM swept WHERE sweep = ? ORDER BY run, position",
                row -> swept.computeIfAbsent(row.getLong(1), run -> new LinkedHashMap<>())
                        .put(texts.first(row.getString(2)), texts.first(row.getString(3))),
                sweep);
        return members.stream().map(member -> run(entries.get(member.run), member.name,
                swept.getOrDefault(member.run, Map.of()), superseded.contains(member.run),
                summaries.getOrDefault(member.run, Map.of())))
                .toList();
    }

    /** The runs of an experiment that have their result; those that were planned last come last. */
    List<Trained> trained(String experiment) throws SQLException {
        return sql.list("""
                SELECT e.key, m.name, r.config_id, r.seed, p.value, r.version FROM member m
                JOIN sweep s ON s.entry = m.sweep JOIN entry e ON e.id = m.run JOIN run r ON r.entry = m.run
                LEFT JOIN param p ON p.entry = m.run AND p.key = 'fold'
                WHERE s.experiment = ? AND e.outcome IN ('completed', 'diverged') ORDER BY m.planned_ms, m.position""",
                row -> new Trained(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                        row.getInt(5), row.getString(6)),
                experiment);
    }

    Map<String, String> params(long run) throws SQLException {
        return new Params(sql).of(run);
    }

    Run run(long id) throws SQLException {
        return run(id, memberships(id, Optional.empty()).get(0));
    }

    /** The run as one of its sweeps has it. */
    Optional<Run> run(long id, String sweepId) throws SQLException {
        Optional<Membership> as = memberships(id, Optional.empty()).stream()
                .filter(membership -> membership.sweepId().equals(sweepId)).findFirst();
        return as.isEmpty() ? Optional.empty() : Optional.of(run(id, as.get()));
    }

    private Run run(long id, Membership as) throws SQLException {
        return run(entry(id), as.name(), as.swept(), false, summary(id, as.sweep()));
    }

    /** A run's places in an experiment's sweeps, or in all; the sweep that was planned first leads. */
    List<Membership> memberships(long run, Optional<String> experiment) throws SQLException {
        record Place(long sweep, String sweepId, boolean parent, long createdMs, String name) {
        }
        List<Place> places = sql.list("""
                SELECT s.entry, e.key, s.parent, s.created_ms, m.name FROM member m
                JOIN sweep s ON s.entry = m.sweep JOIN entry e ON e.id = m.sweep
                WHERE m.run = ?1 AND (?2 IS NULL OR s.experiment = ?2)
                ORDER BY s.parent DESC, s.created_ms, s.entry""",
                row -> new Place(row.getLong(1), row.getString(2), row.getBoolean(3), row.getLong(4),
                        row.getString(5)),
                run, experiment.orElse(null));
        List<Membership> memberships = new ArrayList<>();
        for (Place p : places) {
            memberships.add(new Membership(
                    p.sweep, p.sweepId, p.parent, p.createdMs, p.name, swept(p.sweep, run)));
        }
        return memberships;
    }

    List<MetricValue> metrics(long entry) throws SQLException {
        return sql.list("SELECT key, step, time_ms, value FROM metric WHERE entry = ? ORDER BY step, key",
                Queries::metric, entry);
    }

    List<MetricValue> metrics(long entry, String key) throws SQLException {
        return sql.list("SELECT key, step, time_ms, value FROM metric WHERE entry = ? AND key = ? ORDER BY step",
                Queries::metric, entry, key);
    }

    /** @param row of a key, a step, a time and a value */
    static MetricValue metric(ResultSet row) throws SQLException {
        return new MetricValue(row.getString(1), row.getLong(2), row.getLong(3), value(row, 4));
    }

    /** What a run comes to where a sweep asks. */
    Map<String, Double> summary(long run, long sweep) throws SQLException {
        Asked asked = asked(sweep);
        return new Summary(sql, "SELECT ?1", run).of(asked.ranked, asked.goal).getOrDefault(run, Map.of());
    }

    /** What a sweep ranks by. */
    private record Asked(Quantity ranked, Goal goal) {
    }

    private Asked asked(long sweep) throws SQLException {
        return sql.first("SELECT metric, goal FROM sweep WHERE entry = ?",
                row -> new Asked(Quantity.of(row.getString(1)), Goal.of(row.getString(2))), sweep).orElseThrow();
    }

    private static Run run(StoredEntry e, String name, Map<String, String> swept, boolean superseded,
            Map<String, Double> summary) {
        long seed = e.seed().orElseThrow();
        return new Run(e.key(), name, e.configId().orElseThrow(), seed, Repetition.of(e.params(), seed), swept,
                e.params(), superseded, e.state(), e.outcome(), e.error(), e.startMs(), e.endMs(), e.facts(), e.tags(),
                e.datasets(), e.artifacts(), summary);
    }

    private Sweep sweep(ResultSet row, StoredEntry e) throws SQLException {
        return new Sweep(e.key(), row.getString("experiment"), row.getBoolean("parent"), row.getString("description"),
                e.tags(), e.facts(), row.getString("metric"), Goal.of(row.getString("goal")),
                sql.list("SELECT name FROM axis WHERE sweep = ? ORDER BY position", a -> a.getString(1), e.id()),
                row.getString("file"), Optional.ofNullable(row.getString("directory")),
                row.getLong("created_ms"), row.getLong("planned_ms"), e.state(), e.outcome(), e.startMs(), e.endMs(),
                e.artifacts());
    }

    static Path runDirectory(Path results, String runKey) {
        return results.resolve(RUNS).resolve(first(16, runKey));
    }

    static Path sweepDirectory(Path results, String experiment, String sweepId) {
        return results.resolve(SWEEPS).resolve(experiment).resolve(first(8, sweepId));
    }

    private static String first(int count, String key) {
        return key.substring(0, Math.min(count, key.length()));
    }

    Map<String, String> files(long sweep, long run) throws SQLException {
        return map("SELECT setting, path FROM file WHERE sweep = ? AND run = ? ORDER BY setting", sweep, run);
    }

    private Map<String, String> swept(long sweep, long run) throws SQLException {
        return map("SELECT axis, value FROM swept WHERE sweep = ? AND run = ? ORDER BY position", sweep, run);
    }

    private Map<String, String> map(String query, Object... values) throws SQLException {
        Map<String, String> map = new LinkedHashMap<>();
        sql.each(query, row -> map.put(row.getString(1), row.getString(2)), values);
        return map;
    }

    /** A metric's value, which is NULL where it is no number. */
    static double value(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return value == 0 && row.wasNull() ? Double.NaN : value;
    }
}
