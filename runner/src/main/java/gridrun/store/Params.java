package gridrun.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The params of runs: the settings of a configuration, which its runs share, and what tells these apart. */
final class Params {

    private final Sql sql;
    private final Shared shared;

    Params(Sql sql) {
        this.sql = sql;
        this.shared = new Shared(sql);
    }

    /** A run's params in the file's order. */
    Map<String, String> of(long run) throws SQLException {
        Map<String, String> params = new LinkedHashMap<>(shared.get(sql.number(
                "SELECT settings FROM run WHERE entry = ?", run)));
        sql.each("SELECT key, value FROM param WHERE entry = ? ORDER BY position",
                row -> params.put(row.getString(1), row.getString(2)), run);
        return params;
    }

    /**
     * Writes those of a run that has none.
     *
     * @param settings of its configuration
     * @param own what tells it from the configuration's other runs
     */
    void put(long run, Map<String, String> settings, Map<String, String> own) throws SQLException {
        sql.update("UPDATE run SET settings = ? WHERE entry = ?", shared.put(settings), run);
        int at = 0;
        for (Map.Entry<String, String> param : own.entrySet()) {
            sql.update("INSERT INTO param VALUES (?, ?, ?, ?)", run, at++, param.getKey(), param.getValue());
        }
    }
}
