package gridrun.data;

import gridrun.component.Names;
import gridrun.task.Dataset.Task;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set that comes along with Gridrun, in scikit-learn's values and order.
 *
 * <p>To add one: a file in the resources of this package, written by {@code bundled.py}, and a record beside the
 * others.
 */
sealed interface Bundled extends DatasetSpec permits Iris, Wine, BreastCancer, Digits, Diabetes {

    /** What the file has. */
    BundledTable table();

    /** Whether inputs are scaled to mean 0 and standard deviation 1, as the training part has them. */
    boolean standardize();

    /** The share that is held out for the test. */
    double test();

    /** The shape of one input. */
    default Shape input() {
        return Shape.of(table().width());
    }

    /** What each feature is scaled by, where these rows are the training part. */
    default Scaling[] scales(int[] training) {
        if (standardize()) {
            return table().standard(training);
        }
        Scaling[] none = new Scaling[table().width()];
        Arrays.fill(none, Scaling.NONE);
        return none;
    }

    @Override
    default Signature signature() {
        List<String> classes = table().classes();
        Task task = classes.isEmpty() ? Task.regression(1) : Task.classification(classes.size());
        return Signature.split(input(), task, table().targets().length, this, 0);
    }

    @Override
    default List<String> classNames() {
        return table().classes();
    }

    @Override
    default List<String> featureNames() {
        return standardize() ? table().features().stream().map(name -> name + " (standardized)").toList()
                : table().features();
    }

    @Override
    default String fingerprint() {
        return Names.of(getClass()) + "-1 " + table().sha256();
    }

    @Override
    default double testShare() {
        return test();
    }

    @Override
    default Splits load(DataDirectory directory, DataStreams draw) {
        Partition partition = Partition.of(unfitted().groups(), this, draw);
        Scaling[] scales = scales(partition.train());
        List<FittedColumn> columns = IntStream.range(0, scales.length)
                .<FittedColumn>mapToObj(i -> new FittedColumn.Numbers(table().features().get(i), scales[i].center(),
                        scales[i].center(), scales[i].scale()))
                .toList();
        return Splits.of(unfitted().with(rows -> table().inputs(rows, scales)), null, partition, this)
                .prepared(null, columns);
    }

    private UnsplitData unfitted() {
        Signature signature = signature();
        return new UnsplitData(signature.input(), signature.task(), table().targets(), digest(standardize()),
                digest(true), null);
    }

    private String digest(boolean standardized) {
        return Sha256.digest().text(table().sha256()).text(Boolean.toString(standardized)).hex();
    }
}
