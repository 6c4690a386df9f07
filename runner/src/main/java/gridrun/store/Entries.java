package gridrun.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Entries with all that belongs to them, by a query for each table: some for each entry took seconds of thousands. */
final class Entries {

    private final Sql sql;
    private final Path results;
    private final String ids;
    private final Object[] values;

    /**
     * @param ids a query of the entries' numbers
     * @param values of its parameters
     */
    Entries(Sql sql, Path results, String ids, Object... values) {
        this.sql = sql;
        this.results = results;
        this.ids = ids;
        this.values = values;
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
        Shared shared = new Shared(sql);
        Map<Long, Map<String, String>> params = maps("SELECT entry, key, value FROM param", "position");
        Map<Long, Map<String, String>> facts = maps("SELECT entry, key, value FROM fact", "key");
        Map<Long, Map<String, String>> tags =
                details.contains(Detail.TAGS) ? maps("SELECT entry, key, value FROM tag", "key") : Map.of();
        Map<Long, List<DatasetInput>> datasets = !details.contains(Detail.DATASETS) ? Map.of()
                : lists("SELECT entry, name, digest, context, description FROM dataset", "context, name",
                        row -> DatasetInput.of(Queries.shared(row.getString(2)), row.getString(3),
                                Queries.shared(row.getString(4)), shared.get(OptionalLong.of(row.getLong(5)))));
        Map<Long, List<Artifact>> artifacts = !details.contains(Detail.ARTIFACTS) ? Map.of() : artifacts();
        Map<Long, StoredEntry> entries = new LinkedHashMap<>();
        sql.list("""
                SELECT e.id, e.key, s.experiment, e.revision, e.state, e.outcome, e.error, e.start_ms, e.end_ms,
                  r.config_id, r.seed, r.settings, r.surroundings FROM entry e
                LEFT JOIN run r ON r.entry = e.id LEFT JOIN sweep s ON s.entry = e.id
                WHERE e.id IN (""" + ids + ") ORDER BY e.kind DESC, e.id", row -> {
            long id = row.getLong(1);
            String key = row.getString(2);
            String experiment = row.getString(3);
            Path directory = experiment == null ? Queries.runDirectory(results, key)
                    : Queries.sweepDirectory(results, experiment, key);
            return entries.put(id, new StoredEntry(id, experiment != null, key, row.getLong(4),
                    RunState.of(row.getString(5)), Optional.ofNullable(row.getString(6)).map(Outcome::of),
                    Optional.ofNullable(row.getString(7)), Sql.number(row, 8), Sql.number(row, 9),
                    Optional.ofNullable(row.getString(10)), Sql.number(row, 11),
                    new Overlay(shared.get(Sql.number(row, 12)), params.getOrDefault(id, Map.of()), LinkedHashMap::new),
                    new Overlay(facts.getOrDefault(id, Map.of()), shared.get(Sql.number(row, 13)), TreeMap::new),
                    tags.getOrDefault(id, Map.of()), datasets.getOrDefault(id, List.of()),
                    artifacts.getOrDefault(id, List.of()), directory));
        }, values);
        return entries;
    }

    /** A row an entry: the driver takes longer to hand over a number or a text than to find it. */
    private Map<Long, List<Artifact>> artifacts() throws SQLException {
        Map<Long, List<Artifact>> artifacts = new HashMap<>();
        sql.list("SELECT entry, group_concat(path || char(9) || size || char(9) || sha256, char(10) ORDER BY path) "
                + "FROM artifact WHERE entry IN (" + ids + ") GROUP BY entry",
                row -> artifacts.put(row.getLong(1), artifacts(row.getString(2))), values);
        return artifacts;
    }

    /** @param lines of a path, a size and a checksum, none of which has a blank of such a kind */
    private static List<Artifact> artifacts(String lines) {
        List<Artifact> artifacts = new ArrayList<>();
        for (int at = 0, end; at < lines.length(); at = end + 1) {
            end = lines.indexOf('\n', at);
            end = end < 0 ? lines.length() : end;
            int size = lines.indexOf('\t', at) + 1;
            int checksum = lines.indexOf('\t', size) + 1;
            artifacts.add(new Artifact(Queries.shared(lines.substring(at, size - 1)),
                    Long.parseLong(lines, size, checksum - 1, 10), lines.substring(checksum, end)));
        }
        return artifacts;
    }

    private Map<Long, Map<String, String>> maps(String select, String order) throws SQLException {
        return maps(sql, of(select, order), values);
    }

    /** The maps of a query whose columns are a number, a key and a value, by the numbers. */
    static Map<Long, Map<String, String>> maps(Sql sql, String query, Object... values) throws SQLException {
        Map<Long, Map<String, String>> maps = new HashMap<>();
        sql.list(query, row -> maps.computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
                .put(Queries.shared(row.getString(2)), Queries.shared(row.getString(3))), values);
        return maps;
    }

    private <T> Map<Long, List<T>> lists(String select, String order, Sql.Row<T> read) throws SQLException {
        Map<Long, List<T>> lists = new HashMap<>();
        sql.list(of(select, order), row -> lists.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                .add(read.read(row)), values);
        return lists;
    }

    private String of(String select, String order) {
        return select + " WHERE entry IN (" + ids + ") ORDER BY entry, " + order;
    }
}
