package gridrun.data;

import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import java.util.List;

/** Rows of numbers as a network takes them, from a CSV file; the target, where there is one, stands behind them. */
final class NumberRows {

    private NumberRows() {
    }

    /** The rows of a file, prepared as those of the run were. */
    static Dataset read(Preparation fitted, FurtherRows further) {
        OwnFile file = OwnFile.given("path", further.file());
        boolean targets = further.targets();
        Task task = fitted.task();
        int width = fitted.width();
        int outputs = targets ? task.width() : 0;
        try (CsvRows rows = new CsvRows(file, ',', hasHeader(file), false)) {
            if (rows.names().size() < width + outputs) {
                throw file.wrong("%s has %,d columns; an input %s takes %,d%s".formatted(file.shown(),
                        rows.names().size(), fitted.shape(), width,
                        targets ? ", and the target stands behind them" : ""));
            }
            NumberList inputs = new NumberList();
            NumberList wanted = new NumberList();
            while (rows.next()) {
                for (int i = 0; i < width; i++) {
                    inputs.add(number(rows, i));
                }
                for (int i = width; i < width + outputs; i++) {
                    wanted.add(task.isClassification()
                            ? label(rows, i, fitted.classes()) : number(rows, i));
                }
            }
            if (inputs.size() == 0) {
                throw file.wrong(file.shown() + " has no rows of values");
            }
            double[] given = targets ? wanted.all() : new double[inputs.size() / width * task.width()];
            return new UnsplitData(fitted.shape(), task, given, "", null)
                    .with(chosen -> encoded(fitted, inputs.all()))
                    .all(fitted.targetScaling());
        }
    }

    private static float[] encoded(Preparation fitted, double[] rows) {
        int count = rows.length / fitted.width();
        int size = fitted.shape().size();
        float[] inputs = new float[Math.multiplyExact(count, size)];
        for (int i = 0; i < count; i++) {
            fitted.encode(rows, i * fitted.width(), inputs, i * size);
        }
        return inputs;
    }

    /** The first row gives names if its first field is no number. */
    private static boolean hasHeader(OwnFile file) {
        try (CsvRows rows = new CsvRows(file, ',', false, false)) {
            rows.next();
            return CsvNumber.parse(rows.field(0)) == null;
        }
    }

    private static double number(CsvRows rows, int column) {
        Double number = CsvNumber.parse(rows.field(column));
        if (number == null || Math.abs(number) > Float.MAX_VALUE) {
            throw rows.wrong(column, "'%s' is no number%s".formatted(
                    rows.field(column), number == null ? "" : " within float32"));
        }
        return number;
    }

    private static int label(CsvRows rows, int column, List<String> classes) {
        int label = classes.indexOf(rows.field(column));
        if (label < 0) {
            throw rows.wrong(column, "'%s' is not one of the classes %s"
                    .formatted(rows.field(column), String.join(", ", classes)));
        }
        return label;
    }
}
