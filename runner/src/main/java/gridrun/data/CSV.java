package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.FilePath;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a CSV file of your own (RFC 4180, UTF-8): numbers and categories, and one column that is to be learnt.
 *
 * <p>A column is one of numbers if at least half of its values are numbers; a value that is none is an error then,
 * unless the column is listed as categorical. Other columns are categorical. The plan says what was taken for what, and
 * what is unusual. Means, deviations and categories are fitted on the training part only, in float64.
 *
 * <p>Example: {@code data: {type: csv, path: penguins.csv, target: sex, ignore: [year], missing: drop} # a column
 * predicted}
 *
 * <p>Example: {@code data: {type: csv, path: houses.csv, target: price, decimal: ",", delimiter: ;} # a number
 * predicted}
 *
 * @param path the file, relative to the experiment file
 * @param test what is looked at once, at the end: a further file with the same columns, or a share of the rows, which
 *     is held out before anything else is drawn and is the same for every seed; none without one
 * @param target the column to learn, by its name or its number from 1; the last one without a name
 * @param targetType {@code classes} or {@code real}; without one, texts are classes, and so are whole numbers of which
 *     no more than 20 are different
 * @param standardizeTargets whether real targets are scaled to mean 0 and standard deviation 1 for training: they are,
 *     unless this is false; the loss is that of scaled targets, {@code rmse} and predictions are in the file's unit
 * @param header whether the first row gives the columns' names
 * @param delimiter the character between fields
 * @param decimal the sign before decimals, {@code '.'} or {@code ','}
 * @param categorical columns to take as categories though they have numbers
 * @param ignore columns to leave out
 * @param encoding of categories: {@code one_hot}, zeros with a one, or {@code codes}, their numbers from 0 in order; a
 *     category that the training part lacks is all zeros, or the code -1
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1
 * @param missing {@code error}; {@code drop} for leaving such rows out; {@code mean} for the mean of the column, while
 *     a missing category is one that the training part lacks
 * @param missingValues the texts that stand for a missing value, in capitals or not; {@code ''} is an empty field
 * @param validation the share held out for validation, of what is left by the test part
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record CSV(
        FilePath path,
        @Default("null") CsvTest test,
        @Default("null") String target,
        @Default("null") TargetType targetType,
        @Default(value = "null", identifies = false) Boolean standardizeTargets,
        @Default("true") boolean header,
        @Default(",") String delimiter,
        @Default(value = ".", identifies = false) String decimal,
        @Default("[]") List<String> categorical,
        @Default("[]") List<String> ignore,
        @Default("one_hot") Encoding encoding,
        @Default("true") boolean standardize,
        @Default("error") Missing missing,
        @Default(value = "['', NA, N/A, NaN, 'null', None, '?']", identifies = false) List<String> missingValues,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) int folds) implements DatasetSpec, TableSpec {

    private static final FileMemo<CsvTable, Facts> FILES = new FileMemo<>();
    private static final FileMemo<CsvTable, Facts> TEST_FILES = new FileMemo<>();

    /** What the target is. */
    public enum TargetType { CLASSES, REAL }

    /** What becomes of a category. */
    public enum Encoding { ONE_HOT, CODES }

    /** What becomes of a missing value. */
    public enum Missing { ERROR, DROP, MEAN }

    /**
     * What a plan needs of a file.
     *
     * @param first the hash of the file whose columns it has
     */
    private record Facts(int rows, int width, Task task, List<String> classes, List<String> names, String sha256,
            String first, CsvTable.Dropped dropped, String content, List<String> warnings) {
    }

    public CSV {
        Check.that(delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0, "delimiter",
                "'" + delimiter + "'", "one character, such as ',' or ';' or \"\\t\"");
        Check.that(decimal.equals(".") || decimal.equals(","), "decimal", "'" + decimal + "'", "'.' or ','");
        Partition.check(validation, folds);
    }

    @Override
    public double testShare() {
        return test instanceof CsvTest.Share rows ? rows.share() : 0;
    }

    private boolean hasTestFile() {
        return test instanceof CsvTest.OfFile;
    }

    private OwnFile file() {
        return OwnFile.of("path", path);
    }

    private OwnFile testFile() {
        return OwnFile.of("test", ((CsvTest.OfFile) test).file());
    }

    /** How messages name the file. */
    String shown() {
        return file().shown();
    }

    char decimalSign() {
        return decimal.charAt(0);
    }

    /** Whether a text stands for a missing value. */
    boolean isMissing(String text) {
        for (String value : missingValues) {
            if (value.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean standardizesTargets() {
        return !Boolean.FALSE.equals(standardizeTargets);
    }

    @Override
    public CSV resolved() {
        return facts().task().isClassification() ? this : scaling(standardizesTargets());
    }

    /** What was read is the same whether the targets' scaling was left open or decided. */
    private CSV undecided() {
        return standardizesTargets() ? scaling(null) : this;
    }

    private CSV scaling(Boolean targets) {
        return new CSV(path, test, target, targetType, targets, header, delimiter, decimal, categorical, ignore,
                encoding, standardize, missing, missingValues, validation, folds);
    }

    private Facts facts() {
        return FILES.facts(undecided(), List.of(file()), this::read);
    }

    private FileMemo.Reading<CsvTable, Facts> reading() {
        return FILES.reading(undecided(), List.of(file()), this::read);
    }

    private Facts testFacts() {
        return TEST_FILES.facts(undecided(), List.of(file(), testFile()), this::readTest);
    }

    private FileMemo.Reading<CsvTable, Facts> testReading() {
        return TEST_FILES.reading(undecided(), List.of(file(), testFile()), this::readTest);
    }

    private FileMemo.Reading<CsvTable, Facts> read() {
        CsvTable table = CsvReading.first(this, file());
        return new FileMemo.Reading<>(table, facts(table, file(), table.sha256(),
                CsvDescription.content(this, table), CsvWarnings.of(this, table)));
    }

    private FileMemo.Reading<CsvTable, Facts> readTest() {
        CsvTable first = reading().content();
        CsvTable table = CsvReading.further(this, first, testFile(), true);
        return new FileMemo.Reading<>(table, facts(table, testFile(), first.sha256(), "",
                CsvWarnings.unknown(this, shown() + " lacks", table, testFile().shown())));
    }

    private Facts facts(CsvTable table, OwnFile file, String first, String content, List<String> warnings) {
        CsvColumn learnt = table.target();
        if (!learnt.isNumeric() && learnt.categories().size() < 2) {
            throw new OwnFile("target", file.path()).wrong("%s has only the class '%s' in column '%s'"
                    .formatted(file.shown(), learnt.categories().get(0), learnt.name()));
        }
        if (!learnt.isNumeric() && standardizeTargets != null) {
            throw new OwnFile("standardize_targets", file.path()).wrong(
                    "the target '%s' has classes; only real targets have a scale".formatted(learnt.name()));
        }
        int width = CsvEncoder.width(this, table);
        if (file.setting().equals("path") && table.rows() < 2 || (long) table.rows() * width >= 1 << 30) {
            throw file.wrong("%s has %,d rows of %,d numbers, too %s".formatted(
                    file.shown(), table.rows(), width, table.rows() < 2 ? "few" : "many for one array"));
        }
        Task task = learnt.isNumeric() ? Task.regression(1) : Task.classification(learnt.categories().size());
        return new Facts(table.rows(), width, task, learnt.isNumeric() ? List.of() : learnt.categories(),
                table.inputs().stream().flatMap(this::names).toList(), table.sha256(), first, table.dropped(),
                content, warnings);
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
        return Signature.split(Shape.of(facts.width()), facts.task(), facts.rows(), this,
                hasTestFile() ? testFacts().rows() : 0);
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
        return fingerprint(facts().sha256(), hasTestFile() ? testFacts() : null);
    }

    private static String fingerprint(String first, Facts test) {
        return "csv-2 " + first + (test == null ? "" : " " + test.sha256());
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        FileMemo.Reading<CsvTable, Facts> first = reading();
        FileMemo.Reading<CsvTable, Facts> test = hasTestFile() ? testReading() : null;
        if (test != null && !test.facts().first().equals(first.facts().sha256())) {
            return load(directory, draw); // the first file was changed in between
        }
        CsvTable table = first.content();
        Facts facts = first.facts();
        Partition partition = Partition.of(unfitted(table, facts).groups(), this, draw);
        List<FittedColumn> columns = CsvEncoder.fit(this, table, partition.train());
        return Splits.of(source(table, facts, columns), test == null ? null : source(test.content(), facts, columns),
                partition, Splits.Content.of(this, fingerprint(facts.sha256(), test == null ? null : test.facts()),
                        facts.classes()))
                .prepared(table.target().name(), columns);
    }

    @Override
    public Dataset read(FurtherRows further, Preparation fitted) {
        CsvTable table = CsvTable.of(fitted);
        OwnFile file = OwnFile.given("path", further.file());
        CsvTable rows = CsvReading.further(this, table, file, further.targets());
        CsvWarnings.unknown(this, "the training data lack", rows, file.shown()).forEach(further.notes());
        double[] targets = further.targets() ? rows.target().values() : new double[rows.rows()];
        return new UnsplitData(fitted.shape(), fitted.task(), targets, "", null)
                .with(chosen -> CsvEncoder.encode(fitted.columns(), rows, chosen)).all(fitted.targetScaling());
    }

    /** Rows of the columns that a program gave. A missing value is as null is there. */
    static Dataset readGiven(Preparation fitted, FurtherRows further) {
        boolean isCategory = fitted.columns().stream()
                .anyMatch(column -> column.categories() != null && column.categories().contains(""));
        return new CSV(new FilePath(further.file().toString(), further.file()), null, null, null, null, true, ",", ".",
                List.of(), List.of(), Encoding.ONE_HOT, true, Missing.MEAN, isCategory ? List.of() : List.of(""), 0, 0)
                .read(further, fitted);
    }

    @Override
    public Description description() {
        Facts facts = facts();
        List<String> warnings = new ArrayList<>(facts.warnings());
        if (hasTestFile()) {
            warnings.addAll(testFacts().warnings());
        }
        return new Description("%,d rows of %s: %s%s".formatted(facts.rows(), shown(),
                Description.parts(this, hasTestFile() ? " of " + testFile().shown() : ""),
                facts.dropped().rows() == 0 ? "" : "; " + facts.dropped().text()), facts.content(), warnings);
    }

    /** @param facts of the first file, which those of a test file go by */
    private UnsplitData unfitted(CsvTable table, Facts facts) {
        CsvPreparation own = CsvPreparation.of(this);
        return new UnsplitData(Shape.of(facts.width()), facts.task(), table.target().values(),
                own.digest(this, table), own.usual(table).digest(this, table), null);
    }

    private UnsplitData source(CsvTable table, Facts facts, List<FittedColumn> columns) {
        return unfitted(table, facts).with(rows -> CsvEncoder.encode(columns, table, rows));
    }
}
