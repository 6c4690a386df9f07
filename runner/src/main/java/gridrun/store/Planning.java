package gridrun.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down a plan, over what earlier plans of the same sweep and other sweeps of the same runs wrote. */
final class Planning {

    private final Sql sql;
    private final SweepPlan plan;
    private final Params params;

    Planning(Sql sql, SweepPlan plan) {
        this.sql = sql;
        this.plan = plan;
        this.params = new Params(sql);
    }

    void write() throws SQLException {
        add("sweep", plan.sweepId());
        long sweep = entry(plan.sweepId());
        PlanMark mark = new PlanMark(sql, sweep, plan, directory());
        boolean same = mark.isOn();
        if (same) {
            sql.update("""
                    UPDATE member SET planned_ms = ?1 WHERE sweep = ?2
                      AND planned_ms = (SELECT planned_ms FROM sweep WHERE entry = ?2)""", plan.createdMs(), sweep);
        }
        sql.update("""
                INSERT INTO sweep VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (entry) DO UPDATE SET description = excluded.description, file = excluded.file,
                  parent = MAX(parent, excluded.parent), metric = excluded.metric, goal = excluded.goal,
                  planned_ms = excluded.planned_ms, directory = excluded.directory""",
                sweep, plan.experiment(), plan.parent() ? 1 : 0, plan.description(), plan.metric(),
                plan.goal().word(), plan.file(), plan.createdMs(), plan.createdMs(), directory());
        for (int i = 0; i < plan.axes().size(); i++) {
            sql.update("INSERT OR REPLACE INTO axis VALUES (?, ?, ?)", sweep, i, plan.axes().get(i));
        }
        EntryChanges.tags(sql, sweep, plan.tags());
        if (plan.facts().containsKey(Facts.RACE)) {
            sql.update("DELETE FROM fact WHERE entry = ? AND key = ?", sweep, Facts.RACED);
        } else {
            sql.update("UPDATE OR REPLACE fact SET key = ? WHERE entry = ? AND key = ?", Facts.RACED, sweep,
                    Facts.RACE);
        }
        sql.update("DELETE FROM fact WHERE entry = ? AND (key LIKE ? OR key = ?)", sweep, Facts.COMPARISON + "%",
                Facts.TITLE);
        EntryChanges.facts(sql, sweep, plan.facts());
        if (!same) {
            members(sweep);
        }
        mark.put();
        EntryChanges.touch(sql, sweep);
    }

    /** Runs of earlier plans that this one leaves out keep their order, behind its own. */
    private void members(long sweep) throws SQLException {
        sql.update("UPDATE member SET position = position + ? WHERE sweep = ?", plan.runs().size(), sweep);
        for (int i = 0; i < plan.runs().size(); i++) {
            member(sweep, i, plan.runs().get(i));
        }
    }

    private void member(long sweep, int position, PlannedRun planned) throws SQLException {
        boolean isNew = add("run", planned.runKey());
        long run = entry(planned.runKey());
        sql.update("""
                INSERT INTO run (entry, config_id, seed, version) VALUES (?, ?, ?, ?)
                ON CONFLICT (entry) DO UPDATE SET version = excluded.version WHERE version IS NOT excluded.version""",
                run, planned.configId(), planned.seed(), planned.version());
        if (isNew) {
            params.put(run, planned.settings(), planned.own());
        } else {
            params(run, planned);
        }
        sql.update("""
                INSERT INTO member VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (sweep, run) DO UPDATE SET position = excluded.position, name = excluded.name,
                  planned_ms = excluded.planned_ms""",
                sweep, run, position, planned.name(), plan.createdMs());
        int at = 0;
        for (Map.Entry<String, String> swept : planned.swept().entrySet()) {
            sql.update("INSERT OR REPLACE INTO swept VALUES (?, ?, ?, ?, ?)",
                    sweep, run, at++, swept.getKey(), swept.getValue());
        }
        for (Map.Entry<String, String> file : planned.files().entrySet()) {
            sql.update("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", sweep, run, file.getKey(), file.getValue());
        }
        EntryChanges.plannedTags(sql, run, planned.tags());
        if (!isNew) {
            EntryChanges.touch(sql, run);
        }
    }

    /** Those that an earlier plan knew stay as they are. Most plans are of runs whose params are all known. */
    private void params(long run, PlannedRun planned) throws SQLException {
        Map<String, String> known = params.of(run);
        if (!known.keySet().containsAll(planned.settings().keySet())
                || !known.keySet().containsAll(planned.own().keySet())) {
            Map<String, String> settings = new LinkedHashMap<>(planned.settings());
            Map<String, String> own = new LinkedHashMap<>(planned.own());
            known.forEach((key, value) -> (Repetition.isTold(key) ? own : settings).put(key, value));
            sql.update("DELETE FROM param WHERE entry = ?", run);
            params.put(run, settings, own);
            Seals.renew(sql, run);
        }
    }

    private String directory() {
        Path parent = Path.of(plan.file()).toAbsolutePath().normalize().getParent();
        return parent == null ? null : parent.toString();
    }

    /** Whether there was no such entry yet. */
    private boolean add(String kind, String key) throws SQLException {
        return sql.update("INSERT OR IGNORE INTO entry (kind, key) VALUES (?, ?)", kind, key) > 0;
    }

    private long entry(String key) throws SQLException {
        return sql.first("SELECT id FROM entry WHERE key = ?", row -> row.getLong(1), key).orElseThrow();
    }
}
