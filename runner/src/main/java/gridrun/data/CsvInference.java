package gridrun.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of the file that training examples come from, while it shows whether it is one of numbers.
 *
 * <p>It is one where at least half of what stands there are numbers, in whatever order; then another text is a mistake,
 * which is kept with its line. Else all are categories. Both readings are kept until the last row has been seen; of
 * texts no more than could be categories.
 */
final class CsvInference implements CsvColumn.Builder {

    /** A text and the line that it stands in. */
    record Place(long line, String text) {
    }

    private final String name;
    private final Boolean numeric;
    private final char decimal;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final NumberList numbers = new NumberList();
    private int[] categories = new int[1024];
    private Place firstText;
    private Place tooMany;
    private Place otherDecimal;
    private int missing;
    private int texts;
    private int others;

    /**
     * @param numeric whether it is a column of numbers, or null where its content decides
     * @param decimal what stands before the decimals of numbers
     */
    CsvInference(String name, Boolean numeric, char decimal) {
        this.name = name;
        this.numeric = numeric;
        this.decimal = decimal;
    }

    @Override
    public String add(String text, long line) {
        int row = numbers.size();
        if (row == categories.length) {
            categories = Arrays.copyOf(categories, row + (row >> 1));
        }
        Double number = text == null ? null : CsvNumber.parse(text, decimal);
        numbers.add(number == null ? Double.NaN : number);
        categories[row] = text == null ? -1 : code(text, line);
        missing += text == null ? 1 : 0;
        if (text != null && number == null) {
            texts++;
            firstText = firstText == null ? new Place(line, text) : firstText;
            countOtherDecimal(text, line);
        }
        return null;
    }

    private int code(String text, long line) {
        if (tooMany != null) {
            return -1;
        }
        Integer code = codes.get(text);
        if (code == null && found.size() == CsvColumn.MOST_CATEGORIES) {
            tooMany = new Place(line, text);
            return -1;
        }
        if (code == null) {
            code = found.size();
            codes.put(text, code);
            found.add(text);
        }
        return code;
    }

    private void countOtherDecimal(String text, long line) {
        char other = decimal == '.' ? ',' : '.';
        if (CsvNumber.parse(text, other) != null) {
            others++;
            if (otherDecimal == null && !CsvNumber.mayBeThousands(text, other)) {
                otherDecimal = new Place(line, text);
            }
        }
    }

    String name() {
        return name;
    }

    private int present() {
        return numbers.size() - missing;
    }

    boolean isNumeric() {
        return numeric != null ? numeric : 2 * (present() - texts) >= present();
    }

    /** The first text that is no number; null where all are. */
    Place firstText() {
        return firstText;
    }

    /** How many texts are no numbers. */
    int texts() {
        return texts;
    }

    /** Whether there are numbers beside them. */
    boolean hasNumbers() {
        return present() > texts;
    }

    /** The first text that is one too many for categories; null where they are not too many. */
    Place tooMany() {
        return tooMany;
    }

    /** The first number with the other sign before its decimals, where such make it a column of numbers; else null. */
    Place otherDecimal() {
        boolean open = numeric == null || numeric;
        return open && 2 * (present() - texts + others) >= present() ? otherDecimal : null;
    }

    @Override
    public CsvColumn build() {
        return isNumeric() ? new CsvColumn(name, null, numbers.all()) : categories(found);
    }

    /**
     * Its numbers as classes, where they are whole and no more than so many are different. They are told apart by their
     * digits, so that no rounding puts two into one.
     */
    Optional<CsvColumn> classes(int most) {
        List<String> digits = tooMany != null || texts > 0 ? List.of()
                : found.stream().map(text -> CsvNumber.whole(text, decimal)).toList();
        boolean classes = !digits.isEmpty() && digits.stream().allMatch(Objects::nonNull)
                && digits.stream().distinct().count() <= most;
        return classes ? Optional.of(categories(digits)) : Optional.empty();
    }

    /** The column as categories, in order; names are those of the codes, and equal ones are one category. */
    private CsvColumn categories(List<String> names) {
        List<String> sorted = names.stream().distinct().sorted(CsvNumber.order()).toList();
        Map<String, Integer> ranks = new HashMap<>();
        sorted.forEach(category -> ranks.put(category, ranks.size()));
        double[] values = new double[numbers.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = categories[row] < 0 ? Double.NaN : ranks.get(names.get(categories[row]));
        }
        return new CsvColumn(name, sorted, values);
    }
}
