package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.FilePath;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.train.Dataset;
import gridrun.train.Dataset.Task;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of a CSV file of your own (RFC 4180, UTF-8): numbers and categories, and one column that is to be learnt.
 *
 * <p>A column is one of numbers if its first value is a number; a later value that is none is an error, unless the
 * column is listed as categorical. Other columns are categorical. Missing are empty fields and {@code NA}, {@code N/A},
 * {@code NaN}, {@code null} and {@code ?}. Means, deviations and categories are fitted on the training part only.
 *
 * @param path the file, relative to the experiment file
 * @param test a further file with the same columns, looked at once, at the end; none without one
 * @param target the column to learn, by its name or its number from 1; the last one without a name
 * @param targetType {@code classes} or {@code real}; without one, texts are classes, and so are whole numbers of which
 *     no more than 20 are different
 * @param header whether the first row gives the columns' names
 * @param delimiter the character between fields
 * @param categorical columns to take as categories though they begin with a number
 * @param ignore columns to leave out
 * @param encoding of categories: {@code one_hot}, zeros with a one, or {@code codes}, their numbers from 0 in order; a
 *     category that the training part lacks is all zeros, or the code -1
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1
 * @param missing {@code error}; {@code drop} for leaving such rows out; {@code mean} for the mean of the column, while
 *     a missing category is one that the training part lacks
 * @param validation the share held out for validation
 */
public record CSV(
        FilePath path,
        @Default("null") FilePath test,
        @Default("null") String target,
        @Default("null") TargetType targetType,
        @Default("true") boolean header,
        @Default(",") String delimiter,
        @Default("[]") List<String> categorical,
        @Default("[]") List<String> ignore,
        @Default("one_hot") Encoding encoding,
        @Default("true") boolean standardize,
        @Default("error") Missing missing,
        @Default("0.2") double validation) implements DatasetSpec {

    private static final Remembered<CsvTable, Facts> FILES = new Remembered<>();
    private static final Remembered<CsvTable, Facts> TEST_FILES = new Remembered<>();

    /** What the target is. */
    public enum TargetType { CLASSES, REAL }

    /** What becomes of a category. */
    public enum Encoding { ONE_HOT, CODES }

    /** What becomes of a missing value. */
    public enum Missing { ERROR, DROP, MEAN }

    /** What a plan needs of a file. */
    private record Facts(int rows, int width, Task task, List<String> classes, List<String> names, String sha256) {
    }

    public CSV {
        Check.that(delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0, "delimiter",
                "'" + delimiter + "'", "one character, such as ',' or ';' or \"\\t\"");
        Check.fraction("validation", validation);
    }

    @Override
    public Long seed() {
        return null;
    }

    private OwnFile file() {
        return OwnFile.of("path", path);
    }

    private OwnFile testFile() {
        return OwnFile.of("test", test);
    }

    private Facts facts() {
        return FILES.facts(this, List.of(file()), this::read);
    }

    private CsvTable table() {
        return FILES.reading(this, List.of(file()), this::read).content();
    }

    private Facts testFacts() {
        return TEST_FILES.facts(this, List.of(file(), testFile()), this::readTest);
    }

    private CsvTable testTable() {
        return TEST_FILES.reading(this, List.of(file(), testFile()), this::readTest).content();
    }

    private Remembered.Reading<CsvTable, Facts> read() {
        CsvTable table = CsvTable.read(this, file());
        return new Remembered.Reading<>(table, facts(table, file()));
    }

    private Remembered.Reading<CsvTable, Facts> readTest() {
        CsvTable table = table().readLike(this, testFile(), true);
        return new Remembered.Reading<>(table, facts(table, testFile()));
    }

    private Facts facts(CsvTable table, OwnFile file) {
        CsvColumn learnt = table.target();
        if (!learnt.isNumeric() && learnt.categories().size() < 2) {
            throw new OwnFile("target", file.path()).wrong("%s has only the class '%s' in column '%s'"
                    .formatted(file.shown(), learnt.categories().get(0), learnt.name()));
        }
        int width = CsvEncoder.width(this, table);
        if (file.setting().equals("path") && table.rows() < 2 || (long) table.rows() * width >= 1 << 30) {
            throw file.wrong("%s has %,d rows of %,d numbers, too %s".formatted(
                    file.shown(), table.rows(), width, table.rows() < 2 ? "few" : "many for one array"));
        }
        Task task = learnt.isNumeric() ? Task.regression(1) : Task.classification(learnt.categories().size());
        return new Facts(table.rows(), width, task, learnt.isNumeric() ? List.of() : learnt.categories(),
                table.inputs().stream().flatMap(this::names).toList(), table.sha256());
    }

    private Stream<String> names(CsvColumn column) {
        if (column.isNumeric()) {
            return Stream.of(column.name() + (standardize ? " (standardized)" : ""));
        }
        return encoding == Encoding.CODES ? Stream.of(column.name())
                : column.categories().stream().map(category -> column.name() + "=" + category);
    }

    @Override
    public Signature signature() {
        Facts facts = facts();
        return Signature.split(Shape.of(facts.width()), facts.task(), facts.rows(), validation,
                test == null ? 0 : testFacts().rows());
    }

    @Override
    public List<String> classNames() {
        return facts().classes();
    }

    @Override
    public List<String> featureNames() {
        return facts().names();
    }

    @Override
    public String fingerprint() {
        return "csv-1 " + facts().sha256() + (test == null ? "" : " " + testFacts().sha256());
    }

    @Override
    public Splits load(DataDirectory directory, Rng data, Rng split) {
        CsvTable table = table();
        CsvEncoder encoder = encoder(table, split);
        return Splits.of(source(table, encoder), validation,
                test == null ? null : source(testTable(), encoder), split);
    }

    @Override
    public Dataset read(Path further, boolean targets, Rng split) {
        CsvTable table = table();
        CsvTable rows = table.readLike(this, new OwnFile("path", further), targets);
        return encoder(table, split).encode(rows, IntStream.range(0, rows.rows()).toArray());
    }

    /** The split is drawn from the stream's key alone, so it is the same however often it is drawn. */
    private CsvEncoder encoder(CsvTable table, Rng split) {
        BitSet held = Stratified.pick(unfitted(table).groups(), validation, split);
        return new CsvEncoder(this, table, facts().task(),
                IntStream.range(0, table.rows()).filter(row -> !held.get(row)).toArray());
    }

    private Source unfitted(CsvTable table) {
        String settings = String.join(" ", List.of(table.target().name(), categorical.toString(), ignore.toString(),
                encoding.toString(), Boolean.toString(standardize), missing.toString()));
        String digest = Sha256.digest().text(table.sha256()).text(settings).hex();
        return new Source(Shape.of(facts().width()), facts().task(), table.target().values(), digest, null);
    }

    private Source source(CsvTable table, CsvEncoder encoder) {
        Source source = unfitted(table);
        return new Source(source.input(), source.task(), source.targets(), source.digest(),
                rows -> encoder.encode(table, rows));
    }
}
