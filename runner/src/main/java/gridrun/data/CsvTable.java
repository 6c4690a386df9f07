package gridrun.data;

import java.util.List;

/**
 * What is wanted of a CSV file, in memory column by column: eight bytes a value.
 *
 * @param inputs in the order of the file
 * @param target the classes or real values to learn; null where they are not wanted
 * @param rows the number of rows, without those that were dropped
 * @param dropped what was left out for missing values
 * @param missing in how many rows each input stands for nothing, and is filled
 * @param remarks what is unusual about the file's form, a sentence each
 * @param sha256 of the file's bytes
 */
record CsvTable(List<CsvColumn> inputs, CsvColumn target, int rows, Dropped dropped, List<Integer> missing,
        List<String> remarks, String sha256) {

    /** The columns that a network was trained on, without rows. */
    static CsvTable of(Preparation fitted) {
        double[] none = {};
        return new CsvTable(fitted.columns().stream()
                .map(column -> new CsvColumn(column.name(), column.categories(), none)).toList(),
                new CsvColumn(fitted.target(), fitted.classes().isEmpty() ? null : fitted.classes(), none), 0,
                new Dropped(0, List.of()), List.of(), List.of(), "");
    }

    /**
     * Rows that were left out.
     *
     * @param rows how many
     * @param columns those in which they lack values, each with the number of such rows: {@code age 10}
     */
    record Dropped(int rows, List<String> columns) {

        /** {@code 12 rows left out, which lack values (age 10, bmi 2)}. */
        String text() {
            return "%,d %s left out, which %s values (%s)".formatted(rows, rows == 1 ? "row" : "rows",
                    rows == 1 ? "lacks" : "lack", String.join(", ", columns));
        }
    }
}
