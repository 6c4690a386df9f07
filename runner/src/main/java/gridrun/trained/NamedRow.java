package gridrun.trained;

import gridrun.data.FittedColumn;
import gridrun.data.Preparation;
import java.util.List;
import java.util.Map;

/** Brings values by the names of their columns into the row that a network's preparation takes. */
final class NamedRow {

    private NamedRow() {
    }

    /**
     * The row in the order of the columns: numbers, and the places of categories; NaN for what is null.
     *
     * @throws IllegalArgumentException if a column is missing, or a value is none of it
     */
    static double[] of(List<FittedColumn> columns, Map<String, ?> values) {
        double[] row = new double[columns.size()];
        for (int i = 0; i < row.length; i++) {
            FittedColumn column = columns.get(i);
            if (!values.containsKey(column.name())) {
                throw new IllegalArgumentException("the row has no '%s'; the model takes %s".formatted(column.name(),
                        columns.stream().map(FittedColumn::name).toList()));
            }
            Object value = values.get(column.name());
            row[i] = value == null ? Double.NaN
                    : column.categories() == null ? number(column, value) : category(column, value);
        }
        return row;
    }

    private static double number(FittedColumn column, Object value) {
        double number = Double.NaN;
        if (value instanceof Number given) {
            number = given.doubleValue();
        } else if (value instanceof Boolean given) {
            number = given ? 1 : 0;
        }
        if (!Preparation.isFinite(number)) {
            String wanted = value instanceof Number ? "finite number within float32" : "number";
            throw new IllegalArgumentException("%s: %s is no %s; null stands for a missing one"
                    .formatted(column.name(), value instanceof String text ? "'" + text + "'" : value, wanted));
        }
        return number;
    }

    private static double category(FittedColumn column, Object value) {
        int place = column.categories().indexOf(String.valueOf(value));
        if (place < 0) {
            throw new IllegalArgumentException("%s: '%s' is none of its categories %s; null stands for a missing one"
                    .formatted(column.name(), value, column.categories()));
        }
        return place;
    }
}
