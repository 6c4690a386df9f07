package gridrun.data;

import gridrun.config.Spelling;
import gridrun.data.CSV.Missing;
import gridrun.data.CSV.TargetType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is wanted of a CSV file, in memory column by column: four bytes a value.
 *
 * @param inputs in the order of the file
 * @param target the classes or real values to learn; null where they are not wanted
 * @param rows the number of rows, without those that were dropped
 * @param sha256 of the file's bytes
 */
record CsvTable(List<CsvColumn> inputs, CsvColumn target, int rows, String sha256) {

    /** Whole numbers are classes up to this many different ones, if the file does not say what they are. */
    static final int MOST_INFERRED_CLASSES = 20;

    /** Reads the file that training examples come from: what is a category is decided here. */
    static CsvTable read(CSV spec, OwnFile file) {
        try (CsvRows rows = new CsvRows(file, spec.delimiter().charAt(0), spec.header())) {
            int target = spec.target() == null ? rows.names().size() - 1
                    : column(rows, new OwnFile("target", file.path()), spec.target());
            List<Integer> ignored = columns(rows, "ignore", spec.ignore());
            List<Integer> categorical = columns(rows, "categorical", spec.categorical());
            int[] places = IntStream.range(0, rows.names().size())
                    .filter(i -> i != target && !ignored.contains(i)).toArray();
            if (places.length == 0) {
                throw file.wrong("%s has no column beside the target '%s' to learn from"
                        .formatted(file.shown(), rows.names().get(target)));
            }
            List<CsvColumn.Builder> inputs = new ArrayList<>();
            for (int place : places) {
                inputs.add(CsvColumn.Builder.open(
                        rows.names().get(place), categorical.contains(place) ? Boolean.FALSE : null));
            }
            Boolean numeric = spec.targetType() == null ? null : spec.targetType() == TargetType.REAL;
            CsvTable table = fill(spec, rows, places, inputs, target,
                    CsvColumn.Builder.open(rows.names().get(target), numeric));
            return spec.targetType() != null || !table.target.isNumeric() ? table : new CsvTable(table.inputs,
                    table.target.asClasses(MOST_INFERRED_CLASSES), table.rows, table.sha256);
        }
    }

    /**
     * Reads a further file of the same columns: by their names where there is a header, else by their places.
     *
     * @param targets whether the target is wanted
     */
    CsvTable readLike(CSV spec, OwnFile file, boolean targets) {
        try (CsvRows rows = new CsvRows(file, spec.delimiter().charAt(0), spec.header())) {
            boolean inOrder = !spec.header() && !targets && rows.names().size() == inputs.size();
            int[] places = IntStream.range(0, inputs.size())
                    .map(i -> inOrder ? i : column(rows, file, inputs.get(i).name())).toArray();
            List<CsvColumn.Builder> builders = inputs.stream().map(CsvColumn.Builder::like).toList();
            return fill(spec, rows, places, builders, targets ? column(rows, file, target.name()) : -1,
                    targets ? CsvColumn.Builder.like(target) : null);
        }
    }

    private static CsvTable fill(CSV spec, CsvRows rows, int[] places, List<CsvColumn.Builder> inputs, int targetPlace,
                                 CsvColumn.Builder target) {
        int count = 0;
        while (rows.next()) {
            if (spec.missing() == Missing.DROP && target != null && lacksAny(rows, places, targetPlace)) {
                continue;
            }
            for (int i = 0; i < places.length; i++) {
                add(spec, rows, places[i], inputs.get(i));
            }
            if (target != null) {
                addTarget(rows, targetPlace, target);
            }
            count++;
        }
        if (count == 0) {
            throw rows.file().wrong(rows.file().shown() + " has no rows of values");
        }
        return new CsvTable(inputs.stream().map(CsvColumn.Builder::build).toList(),
                target == null ? null : target.build(), count, rows.sha256());
    }

    private static boolean lacksAny(CsvRows rows, int[] places, int target) {
        for (int place : places) {
            if (CsvColumn.isMissing(rows.field(place))) {
                return true;
            }
        }
        return CsvColumn.isMissing(rows.field(target));
    }

    private static void add(CSV spec, CsvRows rows, int place, CsvColumn.Builder column) {
        String text = rows.field(place);
        if (spec.missing() != Missing.MEAN && CsvColumn.isMissing(text)) {
            throw rows.wrong(place, "'%s' stands for a missing value; data.missing: mean fills it, drop leaves rows out"
                    .formatted(text));
        }
        String problem = column.add(text);
        if (problem != null) {
            throw rows.wrong(place, problem + (problem.endsWith("number")
                    ? " as the values before it; list the column under data.categorical or data.ignore"
                    : "; list the column under data.ignore"));
        }
    }

    private static void addTarget(CsvRows rows, int place, CsvColumn.Builder column) {
        String text = rows.field(place);
        if (CsvColumn.isMissing(text)) {
            throw rows.wrong(place, "'%s' is no target; data.missing: drop leaves the row out".formatted(text));
        }
        String problem = column.add(text);
        if (problem != null) {
            throw rows.wrong(place, problem + (problem.endsWith("number")
                    ? "; data.target_type: classes makes classes of all values" : ""));
        }
        if (Float.isNaN(column.last())) {
            throw rows.wrong(place, "'%s' is not one of the classes of the training data".formatted(text));
        }
    }

    private static List<Integer> columns(CsvRows rows, String setting, List<String> wanted) {
        return wanted.stream().map(name -> column(rows, new OwnFile(setting, rows.file().path()), name)).toList();
    }

    /** A column by its name or, where there is no such name, by its number from 1. */
    private static int column(CsvRows rows, OwnFile file, String wanted) {
        int named = rows.names().indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("[1-9][0-9]{0,8}") && Integer.parseInt(wanted) <= rows.names().size()) {
            return Integer.parseInt(wanted) - 1;
        }
        List<String> names = rows.names();
        String there = String.join(", ", names.subList(0, Math.min(12, names.size())))
                + (names.size() > 12 ? ", … (%d columns)".formatted(names.size()) : "");
        throw file.wrong("%s has no column '%s'; there are %s%s".formatted(file.shown(), wanted, there,
                Spelling.nearest(wanted, names).map(near -> "; did you mean '" + near + "'?").orElse("")));
    }
}
