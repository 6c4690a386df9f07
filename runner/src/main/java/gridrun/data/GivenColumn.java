package gridrun.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A column of Java's values: of numbers, or of categories by what they are called. */
final class GivenColumn {

    private GivenColumn() {
    }

    /** What a program gave is no table; the message says where and why. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** Numbers, each of which must be finite. */
    static CsvColumn numbers(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Preparation.isFinite(values[row])) {
                throw new Unfit("row %,d has %s as '%s', no finite number within float32"
                        .formatted(row + 1, values[row], name));
            }
        }
        return new CsvColumn(name, null, values);
    }

    /** Categories in their order, numbers as numbers. */
    static CsvColumn categories(String name, List<String> values) {
        List<String> categories = values.stream().distinct().sorted(CsvNumber.order()).toList();
        if (categories.size() > CsvColumn.MOST_CATEGORIES) {
            throw new Unfit("'%s' has %,d different values, too many for categories; give numbers as double"
                    .formatted(name, categories.size()));
        }
        Map<String, Integer> codes = new HashMap<>();
        categories.forEach(category -> codes.put(category, codes.size()));
        return new CsvColumn(name, categories, values.stream().mapToDouble(codes::get).toArray());
    }

    /** An input: numbers where all values are, else categories. */
    static CsvColumn input(String name, List<?> values) {
        long numbers = values.stream().filter(Number.class::isInstance).count();
        if (numbers == values.size()) {
            return numbers(name, values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray());
        }
        return categories(name, texts(name, values, numbers > 0));
    }

    /** A target: real where a value has decimals by its type, else classes. */
    static CsvColumn target(String name, List<?> values) {
        boolean real = values.stream().anyMatch(value -> value instanceof Double || value instanceof Float);
        CsvColumn target = real ? input(name, values) : categories(name, texts(name, values, false));
        if (!target.isNumeric() && target.categories().size() < 2) {
            throw new Unfit("the target '%s' has only the class '%s'".formatted(name, target.categories().get(0)));
        }
        return target;
    }

    private static List<String> texts(String name, List<?> values, boolean mixed) {
        if (mixed) {
            int text = IntStream.range(0, values.size()).filter(i -> !(values.get(i) instanceof Number)).findFirst()
                    .orElseThrow();
            throw new Unfit("row %,d has '%s' as '%s', where other rows have numbers".formatted(text + 1,
                    values.get(text), name));
        }
        return values.stream().map(String::valueOf).toList();
    }
}
