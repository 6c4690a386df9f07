package gridrun.data;

import gridrun.component.Check;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;

/** What the generators of synthetic data share. */
final class Synthetic {

    /** Enough for any toy problem, and few enough for one array. */
    private static final int MOST_SAMPLES = 10_000_000;

    private Synthetic() {
    }

    static void check(int samples, int classes, double noise) {
        Check.that(samples >= 2 * classes && samples <= MOST_SAMPLES, "samples", samples,
                "a whole number from %d, for %d classes, to %d".formatted(2 * classes, classes, MOST_SAMPLES));
        Check.notNegative("noise", noise);
    }

    /** Checks what is held out. */
    static void checkParts(int classes, double validation, double test, int folds) {
        Partition.check(validation, folds);
        boolean isCount = test == Math.rint(test) && test >= 2 * classes && test <= MOST_SAMPLES;
        Check.that(test >= 0 && test < 1 || isCount, "test", test == Math.rint(test) ? (Object) (long) test : test,
                "a share from 0 up to, not with, 1, or a number of fresh examples from %d, for %d classes, to %d"
                        .formatted(2 * classes, classes, MOST_SAMPLES));
    }

    /** Checks that the examples, of so many numbers each, fit into one array, and so do fresh ones. */
    static void checkSize(int samples, double test, int numbers) {
        int largest = Math.max(samples, fresh(test));
        Check.that((long) largest * numbers < 1 << 30, largest == samples ? "samples" : "test", largest,
                "few enough for one array with %d numbers an example".formatted(numbers));
    }

    /** The share that {@code test} takes of the samples; 0 where it is a number of fresh examples. */
    static double share(double test) {
        return test < 1 ? test : 0;
    }

    /** The number of fresh examples that {@code test} is; 0 where it is a share. */
    static int fresh(double test) {
        return test < 1 ? 0 : (int) test;
    }

    /** Fills one example: {@code row} is its input, the result its target. */
    interface Generator {
        double example(int index, double[] row);
    }

    /** A generator of so many examples that draws them from a stream. */
    interface Generators {
        Generator of(int count, Rng data);
    }

    /** Generates examples one after the other, and splits them; fresh ones for the test are another such data set. */
    static Splits splits(DatasetSpec spec, int samples, double test, DataStreams draw, Generators generators) {
        UnsplitData source = source(spec, samples, generators.of(samples, draw.data()));
        int fresh = fresh(test);
        UnsplitData further = fresh == 0 ? null : source(spec, fresh, generators.of(fresh, draw.test()));
        return Splits.of(source, further, spec, draw);
    }

    private static UnsplitData source(DatasetSpec spec, int count, Generator generator) {
        Shape input = spec.signature().input();
        int width = input.size();
        float[] inputs = new float[count * width];
        double[] targets = new double[count];
        double[] row = new double[width];
        for (int i = 0; i < count; i++) {
            targets[i] = generator.example(i, row);
            for (int j = 0; j < width; j++) {
                inputs[i * width + j] = (float) row[j];
            }
        }
        Dataset data = new Dataset(input, inputs, spec.signature().task(), rounded(targets));
        String digest = Sha256.digest().floats(data.inputs()).floats(data.targets()).hex();
        return new UnsplitData(input, data.task(), targets, digest, examples -> data.select(examples).stored());
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    /** The step of {@code count} numbers spread evenly from 0 to {@code end}, both included. */
    static double spread(int index, int count, double end) {
        return count < 2 ? 0 : end * index / (count - 1);
    }
}
