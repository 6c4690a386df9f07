package gridrun.store;

import gridrun.text.Quoted;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Texts by name that many entries have in common, each such map in one row: thousands of runs have the same settings,
 * surroundings and kinds of data. One is for one transaction, in which it asks for each row once.
 */
final class Shared {

    private final Sql sql;
    /** Of the maps that came: thousands of runs come with the same one. */
    private final Map<Map<String, String>, Long> byMap = new IdentityHashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, Map<String, String>> texts = new HashMap<>();

    Shared(Sql sql) {
        this.sql = sql;
    }

    /** Returns the number of these texts, which keep their order; nobody changes them in this transaction. */
    long put(Map<String, String> map) throws SQLException {
        Long same = byMap.get(map);
        if (same == null) {
            same = put(json(map));
            byMap.put(map, same);
        }
        return same;
    }

    private long put(String content) throws SQLException {
        Long known = ids.get(content);
        if (known == null) {
            sql.update("INSERT OR IGNORE INTO shared (content) VALUES (?)", content);
            known = sql.first("SELECT id FROM shared WHERE content = ?", row -> row.getLong(1), content).orElseThrow();
            ids.put(content, known);
        }
        return known;
    }

    /** Returns the number of what stands under a number, if there is one, with these texts over it. */
    long over(OptionalLong before, Map<String, String> map) throws SQLException {
        Map<String, String> both = new LinkedHashMap<>(get(before));
        both.putAll(map);
        return put(both);
    }

    private static String json(Map<String, String> map) {
        return map.entrySet().stream()
                .map(text -> Quoted.json(text.getKey()) + ":" + Quoted.json(text.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The texts under a number, if there is one. */
    Map<String, String> get(OptionalLong id) throws SQLException {
        if (id.isEmpty()) {
            return Map.of();
        }
        Map<String, String> known = texts.get(id.getAsLong());
        if (known == null) {
            Map<String, String> read = new LinkedHashMap<>();
            sql.each("SELECT t.key, t.value FROM shared s, json_each(s.content) t WHERE s.id = ?",
                    row -> read.put(row.getString(1), row.getString(2)), id.getAsLong());
            texts.put(id.getAsLong(), read);
            known = read;
        }
        return known;
    }
}
