package gridrun.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table holds of an entry as one text: the driver takes longer to hand over a row, and each of its values, than
 * to find it.
 *
 * @param table whose column {@code entry} is the entry's number
 * @param order of its rows
 * @param columns none of which is NULL
 */
record Joined(String table, String order, List<String> columns) {

    /** ASCII's record separator. */
    private static final char SEPARATOR = 30;

    Joined(String table, String order, String... columns) {
        this(table, order, List.of(columns));
    }

    /** The text's query, within one in which the entry is {@code e.id}; its value is NULL where there are no rows. */
    String query() {
        String separator = "char(" + (int) SEPARATOR + ")";
        return "(SELECT COUNT(*) || %1$s || group_concat(%2$s, %1$s ORDER BY %3$s) FROM %4$s WHERE entry = e.id)"
                .formatted(separator, String.join(" || " + separator + " || ", columns), order, table);
    }

    /**
     * The values, row by row, each in the order of the columns.
     *
     * @param text what the query has found
     */
    List<String> values(Sql sql, long entry, String text) throws SQLException {
        if (text == null) {
            return List.of();
        }
        int end = text.indexOf(SEPARATOR);
        int count = Integer.parseInt(text, 0, end, 10) * columns.size();
        List<String> values = new ArrayList<>(count);
        for (int at = end + 1; at > 0; at = end + 1) {
            end = text.indexOf(SEPARATOR, at);
            values.add(end < 0 ? text.substring(at) : text.substring(at, end));
        }
        return values.size() == count ? values : oneByOne(sql, entry);
    }

    /** For a value that has the separator in it. */
    private List<String> oneByOne(Sql sql, long entry) throws SQLException {
        List<String> values = new ArrayList<>();
        sql.each("SELECT %s FROM %s WHERE entry = ? ORDER BY %s".formatted(String.join(", ", columns), table, order),
                row -> {
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(row.getString(i));
                    }
                }, entry);
        return values;
    }
}
