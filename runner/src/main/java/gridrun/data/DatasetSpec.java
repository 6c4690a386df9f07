package gridrun.data;

import gridrun.random.Rng;
import java.io.IOException;

/**
 * A data set as an experiment file names it.
 *
 * <p>To add one: write a record whose components are its settings, each with its default, and add its name to the
 * {@code permits} clause. Synthetic data are a pure function of the record and of the stream they are drawn from, to
 * the bit, on every JDK.
 */
public sealed interface DatasetSpec permits Moons, Circles, Spirals, XOR, Blobs, NoisySine, MNIST {

    /** The share of the training part that is held out for validation, stratified for classes; 0 for none. */
    double validation();

    /** The seed of the data themselves, or null where they follow the run's seed or are files. */
    Long seed();

    /** What a model sees of these data, without loading any. */
    Signature signature();

    /**
     * What of the data's content neither the settings nor the seed say: the generator's version, or the hash of files.
     *
     * <p>It is part of a run's identity: whoever changes a generator's numbers changes its version.
     */
    String fingerprint();

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
     * @param data the stream of synthetic data
     * @param split the stream that picks the validation part
     * @throws DataUnavailable if files are missing or damaged, with a message that says what to do
     */
    Splits load(DataDirectory directory, Rng data, Rng split) throws IOException;
}
