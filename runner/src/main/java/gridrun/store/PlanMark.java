package gridrun.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mark on a sweep of what its newest plan says of it and of its runs. A plan that says the same again of thousands
 * has them dated anew at once, in place of each being looked up and written.
 *
 * <p>What a plan says of the sweep is of each run: publishers are to send a run's file and its sweep's metric again
 * where these have changed.
 */
final class PlanMark {

    /** The members that have the date of the newest plan. */
    private static final String DATED = "FROM member m JOIN sweep s ON s.entry = m.sweep "
            + "WHERE m.sweep = ? AND m.planned_ms = s.planned_ms";

    private final Sql sql;
    private final long sweep;
    private final SweepPlan plan;
    private final String mark;

    /** @param directory where the plan's file is, or null */
    PlanMark(Sql sql, long sweep, SweepPlan plan, String directory) {
        this.sql = sql;
        this.sweep = sweep;
        this.plan = plan;
        this.mark = mark(plan, directory);
    }

    /**
     * Whether the sweep and its runs are as this plan would write them. Those that another sweep plans, too, may be as
     * that one wrote them.
     */
    boolean isOn() throws SQLException {
        return sql.first("SELECT 1 FROM fact f JOIN sweep s ON s.entry = f.entry "
                + "WHERE f.entry = ? AND f.key = ? AND f.value = ? || ' ' || s.planned_ms", row -> true, sweep,
                Facts.PLAN_OF, mark).isPresent()
                && sql.number("SELECT COUNT(*) " + DATED, sweep).orElseThrow() == runs()
                && sql.first("SELECT 1 " + DATED + " AND EXISTS (SELECT 1 FROM member o WHERE o.run = m.run "
                        + "AND o.sweep <> m.sweep)", row -> true, sweep).isEmpty();
    }

    private long runs() {
        return plan.runs().stream().map(PlannedRun::runKey).distinct().count();
    }

    /** With the plan's date, which any later plan replaces. */
    void put() throws SQLException {
        EntryChanges.facts(sql, sweep, Map.of(Facts.PLAN_OF, mark + " " + plan.createdMs()));
    }

    /** Has the next plans of a run be written in full, after what they say of it has become something else. */
    static void remove(Sql sql, long run) throws SQLException {
        sql.update("DELETE FROM fact WHERE key = ? AND entry IN (SELECT sweep FROM member WHERE run = ?)",
                Facts.PLAN_OF, run);
    }

    /** Has every sweep's next plan be written in full, after rows were lost. */
    static void removeAll(Sql sql) throws SQLException {
        sql.update("DELETE FROM fact WHERE key = ?", Facts.PLAN_OF);
    }

    private static String mark(SweepPlan plan, String directory) {
        MessageDigest digest = DurableFiles.sha256();
        StringBuilder text = new StringBuilder();
        for (String part : List.of(plan.experiment(), Boolean.toString(plan.parent()), plan.description(),
                plan.metric(), plan.goal().word(), plan.file(), String.valueOf(directory))) {
            Seals.append(part, text);
        }
        Seals.append(String.join("\n", plan.axes()), text);
        append(text, plan.tags());
        append(text, new TreeMap<>(plan.facts()));
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, String> settings = null;
        for (PlannedRun run : plan.runs()) {
            text.setLength(0);
            Seals.append(run.runKey(), text);
            Seals.append(run.name(), text);
            Seals.append(run.configId(), text);
            Seals.append(Long.toString(run.seed()), text);
            Seals.append(String.valueOf(run.version()), text);
            append(text, run.swept());
            if (run.settings() == settings) {
                text.append("as before"); // thousands of runs have the same, one after another
            } else {
                settings = run.settings();
                append(text, settings);
            }
            append(text, run.own());
            append(text, run.files());
            append(text, run.tags());
            digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void append(StringBuilder text, Map<String, String> map) {
        Seals.append(Integer.toString(map.size()), text);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            Seals.append(entry.getKey(), text);
            Seals.append(entry.getValue(), text);
        }
    }
}
