package gridrun.data;

import gridrun.data.GivenColumn.Unfit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data as a Java program has them, kept for {@link InMemory}. Values are copied. What is wrong is told where the
 * experiment that names the data is planned, beside its other mistakes.
 */
public final class GivenData {

    private static final String TARGET = "target";
    private static final int FEWEST_ROWS = 2;

    private GivenData() {
    }

    /**
     * Keeps arrays.
     *
     * @param features {@code [rows][features]}, named x1, x2, …
     * @param targets classes as texts or whole numbers, or real values as Double; one a row
     * @return the hash of the content
     */
    public static String arrays(double[][] features, List<?> targets) {
        return kept(() -> {
            require(features.length == targets.size(), "%,d rows of features have %,d targets", features.length,
                    targets.size());
            require(features.length >= FEWEST_ROWS, "%,d rows are too few to learn from", features.length);
            for (int row = 0; row < features.length; row++) {
                require(features[row] != null, "row %,d is null", row + 1);
                require(targets.get(row) != null, "row %,d has no target, but null", row + 1);
            }
            double[][] columns = new double[features[0].length][features.length];
            require(columns.length > 0, "row 1 has no numbers");
            for (int row = 0; row < features.length; row++) {
                require(features[row].length == columns.length, "row %,d has %,d numbers, where the first has %,d",
                        row + 1, features[row].length, columns.length);
                for (int i = 0; i < columns.length; i++) {
                    columns[i][row] = features[row][i];
                }
            }
            List<CsvColumn> inputs = new ArrayList<>();
            for (double[] column : columns) {
                inputs.add(GivenColumn.numbers(nameless(inputs.size()), column));
            }
            return GivenTables.keep(inputs, GivenColumn.target(TARGET, targets));
        });
    }

    /** What a column of an array is called, by its place from 0. */
    private static String nameless(int place) {
        return "x" + (place + 1);
    }

    /** Whether columns are those of arrays, which have names by their places alone. */
    static boolean areArrays(List<FittedColumn> columns) {
        return IntStream.range(0, columns.size()).allMatch(i -> columns.get(i).categories() == null
                && columns.get(i).name().equals(nameless(i)));
    }

    /** Keeps arrays, as {@link #arrays(double[][], List)}. */
    public static String arrays(float[][] features, List<?> targets) {
        return arrays(Stream.of(features).map(GivenData::widened).toArray(double[][]::new), targets);
    }

    private static double[] widened(float[] row) {
        if (row == null) {
            return null;
        }
        double[] wide = new double[row.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }

    /**
     * Keeps rows of named columns.
     *
     * @param rows records, or maps from names to values; each has the columns of the first
     * @param target the column to learn: real if its values are Double or Float, else classes
     * @return the hash of the content
     */
    public static String rows(Iterable<?> rows, String target) {
        return kept(() -> {
            Map<String, List<Object>> columns = new LinkedHashMap<>();
            int count = 0;
            for (Object row : rows) {
                count++;
                Map<String, Object> values = values(row, count);
                if (count == 1) {
                    values.keySet().forEach(name -> columns.put(name, new ArrayList<>()));
                }
                for (String name : values.keySet()) {
                    require(columns.containsKey(name), "row %,d has '%s', which row 1 has not", count, name);
                }
                for (Map.Entry<String, List<Object>> column : columns.entrySet()) {
                    Object value = values.get(column.getKey());
                    require(value != null, "row %,d lacks '%s'", count, column.getKey());
                    column.getValue().add(value);
                }
            }
            require(count >= FEWEST_ROWS, "%,d rows are too few to learn from", count);
            List<Object> learnt = columns.remove(target);
            require(learnt != null, "there is no column '%s' to learn; there are %s", target,
                    String.join(", ", columns.keySet()));
            require(!columns.isEmpty(), "there is no column beside '%s' to learn it from", target);
            List<CsvColumn> inputs = new ArrayList<>();
            columns.forEach((name, values) -> inputs.add(GivenColumn.input(name, values)));
            return GivenTables.keep(inputs, GivenColumn.target(target, learnt));
        });
    }

    /** A map whose order changes from process to process is read in that of the alphabet: it is the same data. */
    private static Map<String, Object> values(Object row, int number) {
        Map<String, Object> values = row instanceof Map && !(row instanceof LinkedHashMap)
                ? new TreeMap<>() : new LinkedHashMap<>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
            return values;
        }
        require(row instanceof Record, "row %,d is a %s; rows are records, or maps from names to values", number,
                row == null ? "null" : row.getClass().getSimpleName());
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(component.getName(), component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return values;
    }

    private static void require(boolean holds, String problem, Object... parts) {
        if (!holds) {
            throw new Unfit(problem.formatted(parts));
        }
    }

    private interface Table {
        String keep();
    }

    private static String kept(Table table) {
        try {
            return table.keep();
        } catch (Unfit e) {
            return GivenTables.keepMistake(e.getMessage());
        }
    }
}
