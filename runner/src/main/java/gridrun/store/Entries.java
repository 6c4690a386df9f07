package gridrun.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Entries with all that belongs to them, by one query: some for each entry took seconds of thousands. */
final class Entries {

    private static final Joined PARAMS = new Joined("param", "position", "key", "value");
    private static final Joined FACTS = new Joined("fact", "key", "key", "value");
    private static final Joined TAGS = new Joined("tag", "key", "key", "value");
    private static final Joined DATASETS =
            new Joined("dataset", "context, name", "name", "digest", "context", "description");
    private static final Joined ARTIFACTS = new Joined("artifact", "path", "path", "size", "sha256");

    private final Sql sql;
    private final Path results;
    private final String ids;
    private final Object[] values;
    private final Shared shared;
    private final Texts texts = new Texts();

    /**
     * @param ids a query of the entries' numbers
     * @param values of its parameters
     */
    Entries(Sql sql, Path results, String ids, Object... values) {
        this.sql = sql;
        this.results = results;
        this.ids = ids;
        this.values = values;
        this.shared = new Shared(sql);
    }

    /** The entries by their numbers, sweeps before runs. */
    Map<Long, StoredEntry> read() throws SQLException {
        return read(EnumSet.allOf(Detail.class));
    }

    /**
     * The same.
     *
     * @param details what is read of them, too: most of what there is to read
     */
    Map<Long, StoredEntry> read(Set<Detail> details) throws SQLException {
        Map<Long, StoredEntry> entries = new LinkedHashMap<>();
        sql.each("""
                SELECT e.id, e.key, s.experiment, e.revision, e.state, e.outcome, e.error, e.start_ms, e.end_ms,
                  r.config_id, r.seed, r.settings, r.surroundings, %s, %s, %s, %s, %s FROM entry e
                LEFT JOIN run r ON r.entry = e.id LEFT JOIN sweep s ON s.entry = e.id
                WHERE e.id IN (%s) ORDER BY e.kind DESC, e.id""".formatted(PARAMS.query(), FACTS.query(),
                query(details, Detail.TAGS, TAGS), query(details, Detail.DATASETS, DATASETS),
                query(details, Detail.ARTIFACTS, ARTIFACTS), ids),
                row -> entries.put(row.getLong(1), entry(row)), values);
        return entries;
    }

    private static String query(Set<Detail> asked, Detail detail, Joined of) {
        return asked.contains(detail) ? of.query() : "NULL";
    }

    private StoredEntry entry(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String key = row.getString(2);
        String experiment = row.getString(3);
        Path directory = experiment == null ? Queries.runDirectory(results, key)
                : Queries.sweepDirectory(results, experiment, key);
        return new StoredEntry(id, experiment != null, key, row.getLong(4),
                RunState.of(row.getString(5)), Optional.ofNullable(row.getString(6)).map(Outcome::of),
                Optional.ofNullable(row.getString(7)), Sql.number(row, 8), Sql.number(row, 9),
                Optional.ofNullable(texts.first(row.getString(10))), Sql.number(row, 11),
                new Overlay(shared.get(Sql.number(row, 12)), map(PARAMS, id, row.getString(14)), LinkedHashMap::new),
                new Overlay(map(FACTS, id, row.getString(15)), shared.get(Sql.number(row, 13)), TreeMap::new),
                map(TAGS, id, row.getString(16)), datasets(id, row.getString(17)), artifacts(id, row.getString(18)),
                directory);
    }

    private Map<String, String> map(Joined of, long id, String text) throws SQLException {
        if (text == null) {
            return Map.of();
        }
        List<String> read = of.values(sql, id, text);
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i += 2) {
            map.put(texts.first(read.get(i)), texts.first(read.get(i + 1)));
        }
        return map;
    }

    private List<DatasetInput> datasets(long id, String text) throws SQLException {
        List<String> read = DATASETS.values(sql, id, text);
        List<DatasetInput> datasets = new ArrayList<>();
        for (int i = 0; i < read.size(); i += 4) {
            datasets.add(DatasetInput.of(texts.first(read.get(i)), read.get(i + 1), texts.first(read.get(i + 2)),
                    shared.get(OptionalLong.of(Long.parseLong(read.get(i + 3))))));
        }
        return datasets;
    }

    private List<Artifact> artifacts(long id, String text) throws SQLException {
        List<String> read = ARTIFACTS.values(sql, id, text);
        List<Artifact> artifacts = new ArrayList<>();
        for (int i = 0; i < read.size(); i += 3) {
            artifacts.add(new Artifact(texts.first(read.get(i)), Long.parseLong(read.get(i + 1)), read.get(i + 2)));
        }
        return artifacts;
    }
}
