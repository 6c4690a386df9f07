package gridrun.data;

import gridrun.data.CSV.Encoding;
import gridrun.task.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns rows of a table into inputs of a network, by what the training part alone says: means, deviations, categories.
 *
 * <p>The width of a one-hot column follows from the whole file, because a plan must know it before there is a training
 * part; a category that the training part lacks is a row of zeros there.
 */
final class CsvEncoder {

    private final TableSpec spec;
    private final List<CsvColumn> columns;
    private final Scaling[] scales;
    private final int[][] codes;

    /** @param training the rows that are fitted to */
    CsvEncoder(TableSpec spec, CsvTable table, int[] training) {
        this.spec = spec;
        this.columns = table.inputs();
        scales = new Scaling[columns.size()];
        codes = new int[columns.size()][];
        for (int i = 0; i < codes.length; i++) {
            if (columns.get(i).isNumeric()) {
                scales[i] = scaling(columns.get(i).values(), training);
            } else {
                codes[i] = codes(columns.get(i), training);
            }
        }
    }

    private static Scaling scaling(double[] values, int[] training) {
        return Scaling.standard(Arrays.stream(training).mapToDouble(row -> values[row])
                .filter(value -> !Double.isNaN(value)).toArray());
    }

    /** The number of each category among those that the training part has; -1 for those it lacks. */
    private static int[] codes(CsvColumn column, int[] training) {
        int[] codes = new int[column.categories().size()];
        for (int row : training) {
            if (!Double.isNaN(column.values()[row])) {
                codes[(int) column.values()[row]] = 1;
            }
        }
        int next = 0;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] == 1 ? next++ : -1;
        }
        return codes;
    }

    /** How many numbers one row becomes. */
    static int width(TableSpec spec, CsvTable table) {
        return table.inputs().stream().mapToInt(column -> width(spec, column)).sum();
    }

    private static int width(TableSpec spec, CsvColumn column) {
        return column.isNumeric() || spec.encoding() == Encoding.CODES ? 1 : column.categories().size();
    }

    /** The inputs of the chosen rows of a table with these columns, row-major. */
    float[] encode(CsvTable table, int[] rows) {
        int width = width(spec, table);
        float[] inputs = new float[Math.multiplyExact(rows.length, width)];
        int offset = 0;
        for (int i = 0; i < codes.length; i++) {
            double[] values = table.inputs().get(i).values();
            for (int row = 0; row < rows.length; row++) {
                put(i, values[rows[row]], inputs, row * width + offset);
            }
            offset += width(spec, columns.get(i));
        }
        return inputs;
    }

    /** The inputs of all rows of a table with these columns, row-major. */
    float[] encode(CsvTable table) {
        return encode(table, IntStream.range(0, table.rows()).toArray());
    }

    private void put(int column, double value, float[] inputs, int at) {
        boolean unknown = Double.isNaN(value);
        if (codes[column] == null) {
            double known = unknown ? scales[column].center() : value;
            inputs[at] = (float) (spec.standardize() ? scales[column].scaled(known) : known);
            return;
        }
        int code = unknown ? -1 : codes[column][(int) value];
        if (spec.encoding() == Encoding.CODES) {
            inputs[at] = code;
        } else if (code >= 0) {
            inputs[at + (int) value] = 1;
        }
    }
}
