package gridrun.data;

import java.util.List;

/**
 * One column of a CSV file: numbers, or the numbers of categories in their order.
 *
 * @param name the column's
 * @param categories in order, numbers as numbers; null for a column of numbers
 * @param values one a row; NaN for what is missing, and for a category that is not among these
 */
record CsvColumn(String name, List<String> categories, double[] values) {

    /** More are rather names or keys than categories. */
    static final int MOST_CATEGORIES = 1000;

    /** A column in the making, row by row. */
    interface Builder {

        /**
         * Adds what stands in a row.
         *
         * @param text null for what is missing
         * @param line of the file
         * @return what is wrong with it, or null
         */
        String add(String text, long line);

        /** The finished column. */
        CsvColumn build();
    }

    boolean isNumeric() {
        return categories == null;
    }

    /** In how many rows each category stands. */
    int[] counts() {
        int[] counts = new int[categories.size()];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
            }
        }
        return counts;
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
