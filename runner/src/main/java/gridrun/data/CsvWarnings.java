package gridrun.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What may be other than the owner of a CSV file thinks, in a sentence each, with what to write. */
final class CsvWarnings {

    /** Fewer rows show nothing. */
    private static final int FEWEST_ROWS = 10;
    private static final int MOST_NAMED = 5;

    private final CSV spec;
    private final CsvTable table;
    private final List<String> found;

    private CsvWarnings(CSV spec, CsvTable table) {
        this.spec = spec;
        this.table = table;
        this.found = new ArrayList<>(table.remarks());
    }

    /** All of them, of the file that training examples come from. */
    static List<String> of(CSV spec, CsvTable table) {
        CsvWarnings warnings = new CsvWarnings(spec, table);
        warnings.lookForNames();
        warnings.lookAtInputs();
        warnings.lookAtTarget();
        return List.copyOf(warnings.found);
    }

    /**
     * A header that was taken for a row shows where all columns have categories, and the first row's never return. A
     * row that was taken for a header shows where columns of numbers are called by numbers, and most of categories by
     * one of theirs.
     */
    private void lookForNames() {
        List<CsvColumn> columns = new ArrayList<>(table.inputs());
        columns.add(table.target());
        List<CsvColumn> categorical = columns.stream().filter(column -> !column.isNumeric()).toList();
        long called = categorical.stream().filter(column -> column.categories().contains(column.name())).count();
        if (spec.header() && 2 * called > categorical.size() && columns.stream().filter(CsvColumn::isNumeric)
                .allMatch(column -> CsvNumber.parse(column.name()) != null)) {
            found.add("the first row was taken for names, which are values of their columns (%s): if it holds values, "
                    .formatted(CsvMistakes.some(columns.stream().map(CsvColumn::name).toList(), MOST_NAMED))
                    + "write data.header: false");
        }
        if (!spec.header() && table.rows() >= FEWEST_ROWS && columns.stream().allMatch(column -> !column.isNumeric()
                && !Double.isNaN(column.values()[0]) && column.counts()[(int) column.values()[0]] == 1)) {
            found.add("nothing of the first row stands in another one; if it holds names, write data.header: true");
        }
    }

    private void lookAtInputs() {
        warn(column -> isKey(column) && !isAdorned(column), "has", "have",
                "another text in nearly every row, of which each becomes an input: data.ignore: [%s]");
        warn(CsvWarnings::isAdorned, "has", "have", "numbers with signs or separators, which were taken for "
                + "categories: write plain numbers into the file, or data.ignore: [%s]");
        warn(column -> !isKey(column) && separator(column) != null, "has", "have", "lists in a field, of which each "
                + "was taken for a category: write a column for each member, or data.ignore: [%s]");
        warn(column -> table.inputs().size() > 1 && countsRows(column), "has", "have", "the rows' numbers, one more "
                + "in each: if they say nothing of the target, write data.ignore: [%s]");
        warn(CsvWarnings::isConstant, "is", "are", "the same in every row: data.ignore: [%s]");
        if (!spec.standardize()) {
            warn(column -> column.isNumeric() && CsvDescription.isRoundedAway(column), "is", "are", "so far from 0 "
                    + "that float32 rounds differences away: write data.standardize: true");
        }
        List<String> rare = table.inputs().stream()
                .filter(column -> !column.isNumeric() && !isKey(column) && !isAdorned(column))
                .flatMap(column -> once(column).stream().map(category -> column.name() + "=" + category)).toList();
        if (holdsOut() && !rare.isEmpty()) {
            found.add("%s in one row only; where that is held out, it was never learnt and is %s"
                    .formatted(list(rare, "stands", "stand"), unknown(spec)));
        }
    }

    /** Whether some rows are not learnt. */
    private boolean holdsOut() {
        return spec.validation() > 0 || spec.folds() > 0 || spec.testShare() > 0;
    }

    private void lookAtTarget() {
        CsvColumn target = table.target();
        if (target.isNumeric()) {
            if (!spec.standardizesTargets() && CsvDescription.isRoundedAway(target)) {
                found.add("the target %s is so far from 0 that float32 rounds differences away: write "
                        .formatted(target.name()) + "data.standardize_targets: true");
            }
            return;
        }
        if (isKey(target)) {
            found.add("the target %s has %,d classes in %,d rows: data.target names the column to learn".formatted(
                    target.name(), target.categories().size(), table.rows()));
            return;
        }
        if (isAdorned(target)) {
            found.add(("the target %s has numbers with signs or separators, which were taken for classes: write plain "
                    + "numbers into the file").formatted(target.name()));
        } else if (separator(target) != null) {
            found.add("the target %s has lists in a field, separated by '%s', of which each was taken for a class"
                    .formatted(target.name(), separator(target)));
        }
        lookAtSplit(target);
    }

    private void lookAtSplit(CsvColumn target) {
        int[] counts = target.counts();
        int tested = Stratified.count(table.rows(), spec.testShare());
        int[] tests = Stratified.quotas(counts, tested);
        int[] rest = IntStream.range(0, counts.length).map(c -> counts[c] - tests[c]).toArray();
        if (spec.folds() > 0) {
            List<String> few = classes(target, c -> rest[c] > 0 && rest[c] < spec.folds());
            if (!few.isEmpty()) {
                found.add("the %s in fewer rows than there are folds, so some folds have none of %s".formatted(
                        list(few, "class", "classes", "stands", "stand"), few.size() == 1 ? "it" : "them"));
            }
            return;
        }
        int[] quotas = Stratified.quotas(rest, Stratified.count(table.rows() - tested, spec.validation()));
        List<String> learnt = classes(target, c -> counts[c] == 1 && quotas[c] == 0);
        if (spec.validation() > 0 && !learnt.isEmpty()) {
            found.add("the %s in one row only, so the validation part has none of %s".formatted(
                    list(learnt, "class", "classes", "stands", "stand"), learnt.size() == 1 ? "it" : "them"));
        }
        List<String> held = classes(target, c -> counts[c] > 0 && tests[c] + quotas[c] == counts[c]);
        if (!held.isEmpty()) {
            found.add("all rows of the %s held out for validation and never learnt: write a smaller data.validation"
                    .formatted(list(held, "class", "classes", "are", "are")));
        }
    }

    private static List<String> classes(CsvColumn target, IntPredicate which) {
        return IntStream.range(0, target.categories().size()).filter(which).mapToObj(target.categories()::get).toList();
    }

    /**
     * What of a further file was never learnt: {@code t.csv: 3 rows have values of c that d.csv lacks, taken as …}.
     *
     * @param learnt what lacks it, {@code d.csv lacks}
     */
    static List<String> unknown(CSV spec, String learnt, CsvTable further, String shown) {
        List<String> found = new ArrayList<>();
        if (further.dropped().rows() > 0) {
            found.add(shown + ": " + further.dropped().text());
        }
        for (int i = 0; i < further.inputs().size(); i++) {
            CsvColumn column = further.inputs().get(i);
            if (column.isNumeric()) {
                continue;
            }
            long missing = further.missing().get(i);
            long unknown = Arrays.stream(column.values()).filter(Double::isNaN).count() - missing;
            if (unknown > 0) {
                found.add("%s: %,d %s of %s that %s, taken as %s".formatted(shown, unknown,
                        unknown == 1 ? "row has a value" : "rows have values", column.name(), learnt, unknown(spec)));
            }
            if (missing > 0) {
                found.add("%s: %,d %s %s, taken as %s".formatted(shown, missing, missing == 1 ? "row lacks"
                        : "rows lack", column.name(), unknown(spec)));
            }
        }
        return found;
    }

    private static String unknown(CSV spec) {
        return spec.encoding() == CSV.Encoding.ONE_HOT ? "all zeros" : "-1";
    }

    /** One warning for all columns that it is about; {@code %s} are their names. */
    private void warn(Predicate<CsvColumn> which, String one, String several, String text) {
        List<String> names = table.inputs().stream().filter(which).map(CsvColumn::name).toList();
        if (!names.isEmpty()) {
            found.add(list(names, "column", "columns", one, several) + " " + text.formatted(String.join(", ", names)));
        }
    }

    /** {@code columns a, b, … are}. */
    private static String list(List<String> all, String noun, String nouns, String one, String several) {
        return (all.size() == 1 ? noun : nouns) + " " + list(all, one, several);
    }

    private static String list(List<String> all, String one, String several) {
        return CsvMistakes.some(all, MOST_NAMED) + " " + (all.size() == 1 ? one : several);
    }

    /** A new text in more than half of the rows. */
    private boolean isKey(CsvColumn column) {
        return !column.isNumeric() && table.rows() >= FEWEST_ROWS && 2 * column.categories().size() > table.rows();
    }

    private static boolean isAdorned(CsvColumn column) {
        long adorned = column.isNumeric() ? 0 : column.categories().stream().filter(CsvNumber::isAdorned).count();
        return adorned > 0 && 2 * adorned >= column.categories().size();
    }

    private boolean countsRows(CsvColumn column) {
        double[] values = column.values();
        return column.isNumeric() && values.length >= FEWEST_ROWS && values[0] == Math.rint(values[0])
                && IntStream.range(0, values.length).allMatch(row -> values[row] == values[0] + row);
    }

    private static boolean isConstant(CsvColumn column) {
        return column.isNumeric() ? Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).distinct()
                .limit(2).count() < 2 : column.categories().size() < 2;
    }

    /** What separates the members of lists: members are fewer than lists; words, where it is a blank, far fewer. */
    private static String separator(CsvColumn column) {
        for (String separator : column.isNumeric() ? List.<String>of() : List.of("|", ";", ",", " ")) {
            Set<String> members = new HashSet<>();
            long lists = 0;
            for (String text : column.categories()) {
                String[] parts = text.split(Pattern.quote(separator));
                lists += parts.length > 1 ? 1 : 0;
                members.addAll(List.of(parts));
            }
            int most = column.categories().size() / (separator.isBlank() ? 2 : 1);
            if (3 * lists > column.categories().size() && members.size() < most) {
                return separator;
            }
        }
        return null;
    }

    private static List<String> once(CsvColumn column) {
        int[] counts = column.counts();
        return classes(column, i -> counts[i] == 1);
    }
}
