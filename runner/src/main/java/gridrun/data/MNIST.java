package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.io.IOException;
import java.net.URI;

/**
 * Handwritten digits: 60,000 images for training and 10,000 for the test, 28 by 28 pixels scaled to [0, 1].
 *
 * <p>Inputs have the shape {@code [28, 28, 1]}. Source: LeCun, Cortes and Burges, The MNIST database of handwritten
 * digits, 1998.
 *
 * <p>Example: {@code data: {type: mnist, limit: 10000}}
 *
 * @param limit how many examples to use, the first ones, of the training and of the test part each; all without one
 * @param validation the share of the training part that is held out for validation
 * @param folds into how many folds the training part is divided, each of which is the validation part once; 0 for none,
 *     else {@code validation} is not used
 */
public record MNIST(
        @Default("null") Integer limit,
        @Default("0.1") double validation,
        @Default(value = "0", identifies = false) int folds) implements DatasetSpec {

    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;
    private static final int CLASSES = 10;
    private static final Shape INPUT = Shape.of(28, 28, 1);

    private static final KnownFile TRAIN_IMAGES = file("train-images-idx3-ubyte",
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    private static final KnownFile TRAIN_LABELS = file("train-labels-idx1-ubyte",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    private static final KnownFile TEST_IMAGES = file("t10k-images-idx3-ubyte",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    private static final KnownFile TEST_LABELS = file("t10k-labels-idx1-ubyte",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    public MNIST {
        Check.that(limit == null || limit >= 2 * CLASSES, "limit", limit, "a whole number from " + 2 * CLASSES);
        Partition.check(validation, folds);
    }

    private static KnownFile file(String name, String sha256) {
        return new KnownFile("mnist/" + name, sha256,
                URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/" + name + ".gz"));
    }

    @Override
    public Signature signature() {
        return Signature.split(INPUT, Task.classification(CLASSES), limited(TRAIN), this, limited(TEST));
    }

    @Override
    public String fingerprint() {
        return Sha256.digest().text(TRAIN_IMAGES.sha256()).text(TRAIN_LABELS.sha256())
                .text(TEST_IMAGES.sha256()).text(TEST_LABELS.sha256()).hex();
    }

    @Override
    public void prepare(DataDirectory directory) throws IOException {
        directory.fetch(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
    }

    @Override
    public boolean keepsBytes() {
        return true;
    }

    @Override
    public boolean isAtHand() {
        return false;
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) throws IOException {
        prepare(directory);
        return Splits.of(source(directory, TRAIN_IMAGES, TRAIN_LABELS), source(directory, TEST_IMAGES, TEST_LABELS),
                this, draw);
    }

    private UnsplitData source(DataDirectory directory, KnownFile imageFile, KnownFile labelFile) throws IOException {
        IdxFile images = IdxFile.parse(imageFile.path(), directory.content(imageFile), 3);
        IdxFile labels = IdxFile.parse(labelFile.path(), directory.content(labelFile), 1);
        double[] targets = new double[limited(labels.count())];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = labels.element(i);
        }
        return new IdxPair(images, targets, imageFile.sha256()).source(Task.classification(CLASSES));
    }

    private int limited(int count) {
        return limit == null ? count : Math.min(limit, count);
    }
}
