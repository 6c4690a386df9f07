package gridrun.data;

import gridrun.task.Scaling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the columns of a CSV file were taken for, in words. */
final class CsvDescription {

    private static final int MOST_NAMED = 8;
    private static final int DIGITS = 15;

    private CsvDescription() {
    }

    /** {@code 11 inputs: 9 numbers, sex (2 values); target score: real, 25 to 346, standardized}. */
    static String content(CSV spec, CsvTable table) {
        long numbers = table.inputs().stream().filter(CsvColumn::isNumeric).count();
        List<CsvColumn> categorical = table.inputs().stream().filter(column -> !column.isNumeric()).toList();
        List<String> parts = new ArrayList<>();
        if (numbers > 0) {
            parts.add(numbers == 1 ? "1 number" : "%,d numbers".formatted(numbers));
        }
        categorical.stream().limit(MOST_NAMED)
                .forEach(column -> parts.add("%s (%,d %s)".formatted(column.name(), column.categories().size(),
                        column.categories().size() == 1 ? "value" : "values")));
        if (categorical.size() > MOST_NAMED) {
            parts.add("%,d more columns of categories".formatted(categorical.size() - MOST_NAMED));
        }
        int width = CsvEncoder.width(spec, table);
        return "%,d %s: %s; target %s: %s%s".formatted(width, width == 1 ? "input" : "inputs",
                String.join(", ", parts), table.target().name(), target(spec, table.target()), filled(table));
    }

    /** {@code ; 3 missing values filled (age 2, bmi 1)}. */
    private static String filled(CsvTable table) {
        List<String> columns = IntStream.range(0, table.missing().size()).filter(i -> table.missing().get(i) > 0)
                .mapToObj(i -> "%s %,d".formatted(table.inputs().get(i).name(), table.missing().get(i))).toList();
        int all = table.missing().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? "" : "; %,d missing %s filled (%s)".formatted(all, all == 1 ? "value" : "values",
                CsvMistakes.some(columns, MOST_NAMED));
    }

    private static String target(CSV spec, CsvColumn target) {
        if (target.isNumeric()) {
            return "real, %s%s".formatted(range(target), spec.standardizesTargets() ? ", standardized" : "");
        }
        int[] counts = target.counts();
        List<String> classes = target.categories();
        boolean numbers = spec.targetType() == null && classes.size() > 2
                && classes.stream().allMatch(name -> CsvNumber.parse(name) != null);
        String real = numbers ? "; data.target_type: real takes them as numbers" : "";
        if (classes.size() > MOST_NAMED) {
            IntSummaryStatistics rows = Arrays.stream(counts).summaryStatistics();
            return "%,d classes of %s%,d rows%s".formatted(classes.size(),
                    rows.getMin() == rows.getMax() ? "" : "%,d to ".formatted(rows.getMin()), rows.getMax(), real);
        }
        return "%,d classes, %s%s".formatted(classes.size(), IntStream.range(0, classes.size())
                .mapToObj(i -> "%s (%,d)".formatted(classes.get(i), counts[i])).collect(Collectors.joining(", ")),
                real);
    }

    /** The least and the greatest number of a column: {@code 25 to 346}. */
    static String range(CsvColumn column) {
        DoubleSummaryStatistics range = Arrays.stream(column.values()).filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        return number(range.getMin()) + " to " + number(range.getMax());
    }

    private static String number(double value) {
        BigDecimal shown = new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros();
        int exponent = shown.precision() - shown.scale() - 1;
        return exponent >= -5 && exponent < DIGITS ? shown.toPlainString() : shown.toString();
    }

    /** Whether numbers of a column that is not scaled are the same in float32 though the file tells them apart. */
    static boolean isRoundedAway(CsvColumn column) {
        double[] known = Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).toArray();
        double largest = Arrays.stream(known).map(Math::abs).max().orElse(0);
        return Math.ulp((float) largest) > Scaling.standard(known).scale() / 1000;
    }
}
