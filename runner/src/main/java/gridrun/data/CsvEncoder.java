package gridrun.data;

import gridrun.data.CSV.Encoding;
import gridrun.task.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns rows of a table into inputs of a network, by what the training part alone says: means, deviations, categories.
 *
 * <p>The width of a one-hot column follows from the whole file, because a plan must know it before there is a training
 * part; a category that the training part lacks is a row of zeros there.
 */
final class CsvEncoder {

    private CsvEncoder() {
    }

    /** @param training the rows that are fitted to */
    static List<FittedColumn> fit(TableSpec spec, CsvTable table, int[] training) {
        List<FittedColumn> fitted = new ArrayList<>();
        for (CsvColumn column : table.inputs()) {
            if (column.isNumeric()) {
                Scaling scale = scaling(column.values(), training);
                Scaling used = spec.standardize() ? scale : Scaling.NONE;
                fitted.add(new FittedColumn.Numbers(column.name(), scale.center(), used.center(), used.scale()));
            } else {
                List<Boolean> learnt = learnt(column, training);
                fitted.add(spec.encoding() == Encoding.CODES
                        ? new FittedColumn.Codes(column.name(), column.categories(), codes(learnt))
                        : new FittedColumn.OneHot(column.name(), column.categories(), learnt));
            }
        }
        return fitted;
    }

    private static Scaling scaling(double[] values, int[] training) {
        return Scaling.standard(Arrays.stream(training).mapToDouble(row -> values[row])
                .filter(value -> !Double.isNaN(value)).toArray());
    }

    /** The numbers of those that were learnt, from 0; -1 for the others. */
    private static List<Integer> codes(List<Boolean> learnt) {
        List<Integer> codes = new ArrayList<>();
        int next = 0;
        for (boolean known : learnt) {
            codes.add(known ? next++ : -1);
        }
        return codes;
    }

    /** Whether the training part has each category. */
    private static List<Boolean> learnt(CsvColumn column, int[] training) {
        Boolean[] learnt = new Boolean[column.categories().size()];
        Arrays.fill(learnt, false);
        for (int row : training) {
            if (!Double.isNaN(column.values()[row])) {
                learnt[(int) column.values()[row]] = true;
            }
        }
        return List.of(learnt);
    }

    /** How many numbers one row becomes. */
    static int width(TableSpec spec, CsvTable table) {
        return table.inputs().stream().mapToInt(column -> column.isNumeric() || spec.encoding() == Encoding.CODES
                ? 1 : column.categories().size()).sum();
    }

    /** The inputs of the chosen rows of a table with these columns, row-major. */
    static float[] encode(List<FittedColumn> columns, CsvTable table, int[] rows) {
        int width = columns.stream().mapToInt(FittedColumn::width).sum();
        float[] inputs = new float[Math.multiplyExact(rows.length, width)];
        int offset = 0;
        for (int i = 0; i < columns.size(); i++) {
            double[] values = table.inputs().get(i).values();
            for (int row = 0; row < rows.length; row++) {
                columns.get(i).encode(values[rows[row]], inputs, row * width + offset);
            }
            offset += columns.get(i).width();
        }
        return inputs;
    }
}
