package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.config.FilePath;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;

/**
 * Images of your own with their classes, a pair of files in the idx format of the MNIST data base, plain or
 * {@code .gz}.
 *
 * <p>Bytes from 0 to 255 become numbers from 0 to 1. Images {@code [n, height, width]} give inputs of the shape {@code
 * [height, width, 1]}, {@code [n, height, width, channels]} one with these channels, and rows {@code [n, width]} rows.
 * The classes are the labels from 0 to the greatest one.
 *
 * <p>Example: {@code data: {type: idx, images: photos.idx, labels: kinds.idx, validation: 0.25}}
 *
 * @param images the file with the images, relative to the experiment file
 * @param labels the file with their classes
 * @param testImages a further pair, looked at once, at the end; none without one
 * @param testLabels belongs to {@code test_images}
 * @param validation the share of the first pair that is held out for validation, of what is left by the test part
 * @param test the share of the first pair that is held out for the test, before anything else is drawn and the same for
 *     every seed, where there is no further pair
 * @param folds into how many folds what is left by the test part is divided, each of which is the validation part once;
 *     0 for none, else {@code validation} is not used
 */
public record Idx(
        FilePath images,
        FilePath labels,
        @Default("null") FilePath testImages,
        @Default("null") FilePath testLabels,
        @Default("0.2") double validation,
        @Default(value = "0", identifies = false) double test,
        @Default(value = "0", identifies = false) int folds) implements DatasetSpec {

    private static final FileMemo<IdxPair, Facts> FILES = new FileMemo<>();

    private record Facts(Shape input, int classes, int count, String sha256) {
    }

    public Idx {
        Partition.check(validation, folds);
        Check.fraction("test", test);
        Check.that(test == 0 || testImages == null, "test", test, "0, as there is a test pair");
        Check.that((testImages == null) == (testLabels == null), testImages == null ? "testImages" : "testLabels",
                "nothing", "a file; a test pair is test_images with test_labels");
    }

    private IdxPair.Files pair() {
        return new IdxPair.Files(OwnFile.of("images", images), OwnFile.of("labels", labels));
    }

    private IdxPair.Files testPair() {
        return new IdxPair.Files(OwnFile.of("test_images", testImages), OwnFile.of("test_labels", testLabels));
    }

    private static Facts facts(IdxPair.Files files) {
        return FILES.facts(files, files.both(), () -> reading(files));
    }

    private static IdxPair content(IdxPair.Files files) {
        return FILES.reading(files, files.both(), () -> reading(files)).content();
    }

    private static FileMemo.Reading<IdxPair, Facts> reading(IdxPair.Files files) {
        IdxPair pair = IdxPair.read(files);
        return new FileMemo.Reading<>(pair, new Facts(pair.input(), pair.classes(), pair.count(), pair.sha256()));
    }

    @Override
    public double testShare() {
        return test;
    }

    @Override
    public Signature signature() {
        Facts facts = facts(pair());
        if (testImages == null) {
            return Signature.split(facts.input(), Task.classification(facts.classes()), facts.count(), this, 0);
        }
        Facts tests = facts(testPair());
        if (!tests.input().equals(facts.input())) {
            throw testPair().images().wrong("%s has images %s, not %s as %s".formatted(
                    testPair().images().shown(), tests.input(), facts.input(), pair().images().shown()));
        }
        return Signature.split(facts.input(), task(), facts.count(), this, tests.count());
    }

    /** A test pair may have classes that the first pair lacks. */
    private Task task() {
        return task(facts(pair()).classes(), testImages == null ? 0 : facts(testPair()).classes());
    }

    private static Task task(int classes, int testClasses) {
        return Task.classification(Math.max(classes, testClasses));
    }

    @Override
    public boolean keepsBytes() {
        return true;
    }

    @Override
    public String fingerprint() {
        return fingerprint(facts(pair()).sha256(), testImages == null ? null : facts(testPair()).sha256());
    }

    private static String fingerprint(String pair, String testPair) {
        return "idx-1 " + pair + (testPair == null ? "" : " " + testPair);
    }

    @Override
    public Splits load(DataDirectory directory, DataStreams draw) {
        IdxPair pair = content(pair());
        IdxPair test = testImages == null ? null : content(testPair());
        Task task = task(pair.classes(), test == null ? 0 : test.classes());
        UnsplitData source = pair.source(task);
        return Splits.of(source, test == null ? null : test.source(task), Partition.of(source.groups(), this, draw),
                Splits.Content.of(this, fingerprint(pair.sha256(), test == null ? null : test.sha256()),
                        DatasetSpec.numbered(task.classes())));
    }
}
