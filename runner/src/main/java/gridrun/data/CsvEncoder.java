package gridrun.data;

import gridrun.data.CSV.Encoding;
import gridrun.tensor.Shape;
import gridrun.train.Dataset;
import gridrun.train.Dataset.Task;
import java.util.List;

/**
 * Turns rows of a table into inputs of a network, by what the training part alone says: means, deviations, categories.
 *
 * <p>The width of a one-hot column follows from the whole file, because a plan must know it before there is a training
 * part; a category that the training part lacks is a row of zeros there.
 */
final class CsvEncoder {

    private final CSV spec;
    private final List<CsvColumn> columns;
    private final Task task;
    private final double[] centres;
    private final double[] scales;
    private final int[][] codes;

    /** @param training the rows that are fitted to */
    CsvEncoder(CSV spec, CsvTable table, Task task, int[] training) {
        this.spec = spec;
        this.columns = table.inputs();
        this.task = task;
        centres = new double[columns.size()];
        scales = new double[columns.size()];
        codes = new int[columns.size()][];
        for (int i = 0; i < codes.length; i++) {
            if (columns.get(i).isNumeric()) {
                fitNumbers(i, training);
            } else {
                codes[i] = codes(columns.get(i), training);
            }
        }
    }

    private void fitNumbers(int index, int[] training) {
        float[] values = columns.get(index).values();
        double sum = 0;
        int count = 0;
        for (int row : training) {
            if (!Float.isNaN(values[row])) {
                sum += values[row];
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (int row : training) {
            double difference = Float.isNaN(values[row]) ? 0 : values[row] - mean;
            squares += difference * difference;
        }
        double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        centres[index] = mean;
        scales[index] = deviation > 0 ? deviation : 1;
    }

    /** The number of each category among those that the training part has; -1 for those it lacks. */
    private static int[] codes(CsvColumn column, int[] training) {
        int[] codes = new int[column.categories().size()];
        for (int row : training) {
            if (!Float.isNaN(column.values()[row])) {
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
    static int width(CSV spec, CsvTable table) {
        return table.inputs().stream().mapToInt(column -> width(spec, column)).sum();
    }

    private static int width(CSV spec, CsvColumn column) {
        return column.isNumeric() || spec.encoding() == Encoding.CODES ? 1 : column.categories().size();
    }

    /** The chosen rows of a table with these columns, with zeros for targets where it has none. */
    Dataset encode(CsvTable table, int[] rows) {
        int width = width(spec, table);
        float[] inputs = new float[Math.multiplyExact(rows.length, width)];
        int offset = 0;
        for (int i = 0; i < codes.length; i++) {
            float[] values = table.inputs().get(i).values();
            for (int row = 0; row < rows.length; row++) {
                put(i, values[rows[row]], inputs, row * width + offset);
            }
            offset += width(spec, columns.get(i));
        }
        float[] targets = new float[rows.length];
        for (int row = 0; row < rows.length && table.target() != null; row++) {
            targets[row] = table.target().values()[rows[row]];
        }
        return new Dataset(Shape.of(width), inputs, task, targets);
    }

    private void put(int column, float value, float[] inputs, int at) {
        boolean unknown = Float.isNaN(value);
        if (codes[column] == null) {
            double known = unknown ? centres[column] : value;
            inputs[at] = (float) (spec.standardize() ? (known - centres[column]) / scales[column] : known);
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
