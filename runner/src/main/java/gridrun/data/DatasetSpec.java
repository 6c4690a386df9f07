package gridrun.data;

import gridrun.task.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set as an experiment file names it.
 *
 * <p>To add one: write a record whose components are its settings, each with its default, and add its name to the
 * {@code permits} clause. Synthetic data are a pure function of the record and of the stream they are drawn from, to
 * the bit, on every JDK. A {@link CustomDataset} goes by its class, as {@code type: com.example.MyData}.
 */
public sealed interface DatasetSpec permits
        Moons, Circles, Spirals, XOR, Blobs, NoisySine, Shapes, Adding, AssociativeRecall, Bundled, MNIST, Idx, CSV,
        InMemory, CustomDataset {

    /** The share of the training part that is held out for validation, stratified for classes; 0 for none. */
    double validation();

    /** Into how many folds the training part is divided, each of which is the validation part once; 0 for none. */
    int folds();

    /** The share that is held out for the test before anything else is drawn, stratified for classes; 0 for none. */
    default double testShare() {
        return 0;
    }

    /** The seed of the data themselves, or null where they follow the run's seed; files are the same for all runs. */
    default Long seed() {
        return 0L;
    }

    /**
     * What a model sees of these data, without generating any; of files no more is read than that takes, and once.
     *
     * @throws UnreadableFile if a file that a setting names is missing or damaged
     */
    Signature signature();

    /** Whether real targets are scaled to mean 0 and standard deviation 1, as the training part has them. */
    default boolean standardizesTargets() {
        return false;
    }

    /** Whether they would be, did no setting say otherwise. */
    default boolean standardizesTargetsUsually() {
        return true;
    }

    /** The same data with what the content decides written out, which is what they are identified by. */
    default DatasetSpec resolved() {
        return this;
    }

    /** Whether inputs are kept as a file's bytes, which all runs share; else each split has its own, in float32. */
    default boolean keepsBytes() {
        return false;
    }

    /** What a plan says of them. */
    default Description description() {
        return Description.of(this);
    }

    /** What people call the classes, in the order of their numbers; empty where the target is real. */
    default List<String> classNames() {
        return numbered(signature().task().classes());
    }

    /** What classes are called that have no names. */
    static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** What people call the numbers of one input, where it is a row of them. */
    default List<String> featureNames() {
        return IntStream.rangeClosed(1, signature().input().size()).mapToObj(i -> "x" + i).toList();
    }

    /**
     * What of the data's content neither the settings nor the seed say: the generator's version, or the hash of files.
     *
     * <p>It is part of a run's identity: whoever changes a generator's numbers changes its version.
     */
    String fingerprint();

    /** Whether they can be loaded at any time: they need no directory and no download. */
    default boolean isAtHand() {
        return true;
    }

    /**
     * Makes sure that the data can be loaded; downloads what is absent.
     *
     * @throws DataUnavailable if they cannot, with a message that says what to do
     */
    default void prepare(DataDirectory directory) throws IOException {
    }

    /**
     * Loads or generates the data and splits them.
     *
     * @param directory where files are
     * @param draw what chance decides
     * @throws DataUnavailable if files are missing or damaged, with a message that says what to do
     * @throws UnreadableFile if a file that a setting names is
     */
    Splits load(DataDirectory directory, DataStreams draw) throws IOException;

    /**
     * Reads examples from a CSV file of the user's, prepared as the training part was.
     *
     * @param fitted by the run
     * @throws UnreadableFile if the file is missing, or its rows are no examples of these data
     */
    default Dataset read(FurtherRows further, Preparation fitted) {
        return NumberRows.read(fitted, further);
    }
}
