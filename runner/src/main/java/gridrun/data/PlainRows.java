package gridrun.data;

import gridrun.train.Dataset;
import java.util.Arrays;
import java.util.List;

/** Rows of numbers as a network takes them, from a CSV file; the target, where there is one, stands behind them. */
final class PlainRows {

    private PlainRows() {
    }

    static Dataset read(DatasetSpec spec, OwnFile file, boolean targets) {
        Signature signature = spec.signature();
        int width = signature.input().size();
        int outputs = targets ? signature.task().width() : 0;
        try (CsvRows rows = new CsvRows(file, ',', hasHeader(file))) {
            if (rows.names().size() < width + outputs) {
                throw file.wrong("%s has %,d columns; an input %s takes %,d%s".formatted(file.shown(),
                        rows.names().size(), signature.input(), width, targets ? ", and the target stands behind them" : ""));
            }
            Numbers inputs = new Numbers();
            Numbers wanted = new Numbers();
            while (rows.next()) {
                for (int i = 0; i < width; i++) {
                    inputs.add(number(rows, i));
                }
                for (int i = width; i < width + outputs; i++) {
                    wanted.add(signature.task().isClassification() ? label(rows, i, spec.classNames()) : number(rows, i));
                }
            }
            float[] values = inputs.all();
            if (values.length == 0) {
                throw file.wrong(file.shown() + " has no rows of values");
            }
            return new Dataset(signature.input(), values, signature.task(),
                    targets ? wanted.all() : new float[values.length / width * signature.task().width()]);
        }
    }

    /** The first row gives names if its first field is no number. */
    private static boolean hasHeader(OwnFile file) {
        try (CsvRows rows = new CsvRows(file, ',', false)) {
            rows.next();
            return CsvColumn.number(rows.field(0)) == null;
        }
    }

    private static float number(CsvRows rows, int column) {
        Float number = CsvColumn.number(rows.field(column));
        if (number == null) {
            throw rows.wrong(column, "'" + rows.field(column) + "' is no number");
        }
        return number;
    }

    private static float label(CsvRows rows, int column, List<String> classes) {
        int label = classes.indexOf(rows.field(column));
        if (label < 0) {
            throw rows.wrong(column, "'%s' is not one of the classes %s"
                    .formatted(rows.field(column), String.join(", ", classes)));
        }
        return label;
    }

    /** A growing row of numbers. */
    private static final class Numbers {

        private float[] values = new float[1024];
        private int size;

        void add(float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        float[] all() {
            return Arrays.copyOf(values, size);
        }
    }
}
