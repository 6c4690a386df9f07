package gridrun.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One column of a CSV file: numbers, or the numbers of categories in their order.
 *
 * @param name the column's
 * @param categories in order, numbers as numbers; null for a column of numbers
 * @param values one a row; NaN for what is missing, and for a category that is not among these
 */
record CsvColumn(String name, List<String> categories, float[] values) {

    /** More are rather names or keys than categories. */
    static final int MOST_CATEGORIES = 1000;

    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");

    boolean isNumeric() {
        return categories == null;
    }

    static boolean isMissing(String text) {
        return text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The number that a text is in decimal notation, or null. */
    static Float number(String text) {
        char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
        if ((last < '0' || last > '9') && last != '.' || text.indexOf('x') >= 0 || text.indexOf('X') >= 0) {
            return null;
        }
        try {
            float value = (float) Double.parseDouble(text);
            return Float.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Numbers by value, before texts by their characters. */
    private static final Comparator<String> ORDER = Comparator
            .comparing((String text) -> number(text) == null ? Float.POSITIVE_INFINITY : number(text))
            .thenComparing(Comparator.naturalOrder());

    /** A column in the making, row by row. */
    static final class Builder {

        private final String name;
        private final List<String> fixed;
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> found = new ArrayList<>();
        private Boolean numeric;
        private float[] values = new float[1024];
        private int size;

        private Builder(String name, Boolean numeric, List<String> fixed) {
            this.name = name;
            this.numeric = numeric;
            this.fixed = fixed;
            for (int i = 0; fixed != null && i < fixed.size(); i++) {
                codes.put(fixed.get(i), i);
            }
        }

        /** A column whose categories are what is found; {@code numeric} is null where the first value decides. */
        static Builder open(String name, Boolean numeric) {
            return new Builder(name, numeric, null);
        }

        /** A column in a further file, to be read as in the first. */
        static Builder like(CsvColumn column) {
            return new Builder(column.name, column.isNumeric(), column.isNumeric() ? null : column.categories);
        }

        /** Adds a row; returns what is wrong with it, or null. */
        String add(String text) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            if (isMissing(text)) {
                values[size++] = Float.NaN;
                return null;
            }
            Float number = numeric != null && !numeric ? null : number(text);
            if (numeric == null) {
                numeric = number != null;
            }
            if (!numeric) {
                values[size++] = code(text);
                return found.size() > MOST_CATEGORIES ? "'%s' is the %,dst different text, too many for categories"
                        .formatted(text, found.size()) : null;
            }
            values[size++] = number == null ? Float.NaN : number;
            return number == null ? "'" + text + "' is no number" : null;
        }

        private float code(String text) {
            Integer code = codes.get(text);
            if (code == null && fixed != null) {
                Float number = number(text);
                code = number == null || number != Math.rint(number) ? null : codes.get(Long.toString(number.longValue()));
                return code == null ? Float.NaN : code;
            }
            if (code == null) {
                code = found.size();
                codes.put(text, code);
                found.add(text);
            }
            return code;
        }

        /** The last value added; NaN where it was missing or is no category. */
        float last() {
            return values[size - 1];
        }

        int size() {
            return size;
        }

        /** The finished column; the categories that were found get their order. */
        CsvColumn build() {
            float[] exact = Arrays.copyOf(values, size);
            if (numeric == null || numeric) {
                return new CsvColumn(name, null, exact);
            }
            if (fixed != null) {
                return new CsvColumn(name, fixed, exact);
            }
            List<String> sorted = found.stream().sorted(ORDER).toList();
            float[] rank = new float[sorted.size()];
            for (int i = 0; i < rank.length; i++) {
                rank[codes.get(sorted.get(i))] = i;
            }
            for (int i = 0; i < size; i++) {
                exact[i] = Float.isNaN(exact[i]) ? Float.NaN : rank[(int) exact[i]];
            }
            return new CsvColumn(name, sorted, exact);
        }
    }

    /** The column with its numbers as classes, where these are whole and no more than {@code most}; else as it is. */
    CsvColumn asClasses(int most) {
        float[] distinct = new float[0];
        for (float value : values) {
            int at = Arrays.binarySearch(distinct, value);
            if (at < 0) {
                if (value != Math.rint(value) || distinct.length == most) {
                    return this;
                }
                distinct = Arrays.copyOf(distinct, distinct.length + 1);
                distinct[distinct.length - 1] = value == 0 ? 0f : value;
                Arrays.sort(distinct);
            }
        }
        List<String> classes = new ArrayList<>();
        for (float value : distinct) {
            classes.add(Long.toString((long) value));
        }
        float[] codes = new float[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(distinct, values[i] == 0 ? 0f : values[i]);
        }
        return new CsvColumn(name, classes, codes);
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
