package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Matches;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arrays or rows that a Java program has in memory: numbers and categories, and a target that is to be learnt.
 *
 * <p>A file can name such data, not give them: it has them where the same program runs it. Means, deviations and
 * categories are fitted on the training part only. Categories become zeros with a one; one that the training part lacks
 * is all zeros.
 *
 * <p>Example: {@code data: {type: in_memory, content:
 * "996691d7aeccc9886a66a63927669b806f8f36198eb3a87fe931557cd63e57f2"}}
 *
 * @param content the SHA-256 of all values and names, by which the data are recognized
 * @param standardize whether numbers are scaled to mean 0 and standard deviation 1
 * @param standardizeTargets whether real targets are scaled so for training; {@code rmse} and predictions are in the
 *     data's unit
 * @param validation the share held out for validation, of what is left by the test part
 * @param test the share held out for the test, before anything else is drawn and the same for every seed
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record InMemory(
        @Matches("[0-9a-f]{64}") String content,
        @Default("true") boolean standardize,
        @Default("true") boolean standardizeTargets,
        @Default("0.2") double validation,
        @Default("0") double test,
        @Default("0") int folds) implements DatasetSpec, TableSpec {

    public InMemory {
        Partition.check(validation, folds);
        Check.fraction("test", test);
    }

    @Override
    public CSV.Encoding encoding() {
        return CSV.Encoding.ONE_HOT;
    }

    @Override
    public double testShare() {
        return test;
    }

    @Override
    public boolean standardizesTargets() {
        return standardizeTargets;
    }

    /** Classes have no scale: what is set of it makes no other data. */
    @Override
    public InMemory resolved() {
        return task().isClassification() ? new InMemory(content, standardize, true, validation, test, folds) : this;
    }

    private CsvTable table() {
        return GivenTables.of(content);
    }

    @Override
    public Signature signature() {
        return Signature.split(Shape.of(CsvEncoder.width(this, table())), task(), table().rows(), this, 0);
    }

    private Task task() {
        CsvColumn learnt = table().target();
        return learnt.isNumeric() ? Task.regression(1) : Task.classification(learnt.categories().size());
    }

    @Override
    public List<String> classNames() {
        return table().target().isNumeric() ? List.of() : table().target().categories();
    }

    @Override
    public List<String> featureNames() {
        return table().inputs().stream().flatMap(column -> column.isNumeric()
                ? Stream.of(column.name() + (standardize ? " (standardized)" : ""))
                : column.categories().stream().map(category -> column.name() + "=" + category)).toList();
    }

    @Override
    public String fingerprint() {
        return "in-memory-1 " + content;
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        Partition partition = Partition.of(unfitted().groups(), this, draw);
        List<FittedColumn> columns = CsvEncoder.fit(this, table(), partition.train());
        return Splits.of(unfitted().with(rows -> CsvEncoder.encode(columns, table(), rows)), null, partition, this)
                .prepared(table().target().name(), columns);
    }

    @Override
    public Dataset read(FurtherRows further, Preparation fitted) {
        return GivenData.areArrays(fitted.columns()) ? NumberRows.read(fitted, further)
                : CSV.readGiven(fitted, further);
    }

    private UnsplitData unfitted() {
        return new UnsplitData(signature().input(), task(), table().target().values(), digest(standardize),
                digest(true), null);
    }

    private String digest(boolean standardized) {
        return Sha256.digest().text(content).text(Boolean.toString(standardized)).hex();
    }
}
