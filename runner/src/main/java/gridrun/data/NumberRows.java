package gridrun.data;

import gridrun.task.Dataset;
import java.util.List;
import java.util.function.Function;

/** Rows of numbers as a network takes them, from a CSV file; the target, where there is one, stands behind them. */
final class NumberRows {

    private NumberRows() {
    }

    /** Rows as they stand in the file. */
    static Dataset read(DatasetSpec spec, FurtherRows further) {
        return read(spec, further, NumberRows::rounded);
    }

    /** @param prepared what becomes of the inputs, row-major */
    static Dataset read(DatasetSpec spec, FurtherRows further, Function<double[], float[]> prepared) {
        OwnFile file = OwnFile.given("path", further.file());
        boolean targets = further.targets();
        Signature signature = spec.signature();
        int width = signature.input().size();
        int outputs = targets ? signature.task().width() : 0;
        try (CsvRows rows = new CsvRows(file, ',', hasHeader(file))) {
            if (rows.names().size() < width + outputs) {
                throw file.wrong("%s has %,d columns; an input %s takes %,d%s".formatted(file.shown(),
                        rows.names().size(), signature.input(), width,
                        targets ? ", and the target stands behind them" : ""));
            }
            NumberList inputs = new NumberList();
            NumberList wanted = new NumberList();
            while (rows.next()) {
                for (int i = 0; i < width; i++) {
                    inputs.add(number(rows, i));
                }
                for (int i = width; i < width + outputs; i++) {
                    wanted.add(signature.task().isClassification()
                            ? label(rows, i, spec.classNames()) : number(rows, i));
                }
            }
            if (inputs.size() == 0) {
                throw file.wrong(file.shown() + " has no rows of values");
            }
            double[] given = targets ? wanted.all() : new double[inputs.size() / width * signature.task().width()];
            return new UnsplitData(signature.input(), signature.task(), given, "",
                    chosen -> prepared.apply(inputs.all()))
                    .all(further.scale());
        }
    }

    private static float[] rounded(double[] rows) {
        float[] rounded = new float[rows.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) rows[i];
        }
        return rounded;
    }

    /** The first row gives names if its first field is no number. */
    private static boolean hasHeader(OwnFile file) {
        try (CsvRows rows = new CsvRows(file, ',', false)) {
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
