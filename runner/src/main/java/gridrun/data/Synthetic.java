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

    static void check(int samples, int classes, double noise, double validation) {
        Check.that(samples >= 2 * classes && samples <= MOST_SAMPLES, "samples", samples,
                "a whole number from %d to %d".formatted(2 * classes, MOST_SAMPLES));
        Check.notNegative("noise", noise);
        Check.fraction("validation", validation);
    }

    /** Checks that all examples, of so many numbers each, fit into one array. */
    static void checkSize(int samples, int numbers) {
        Check.that((long) samples * numbers < 1 << 30, "samples", samples,
                "few enough for one array with %d numbers an example".formatted(numbers));
    }

    /** Fills one example: {@code row} is its input, the result its target. */
    interface Generator {
        double example(int index, double[] row);
    }

    /** Generates examples one after the other, and splits them. */
    static Splits splits(DatasetSpec spec, int samples, Rng split, Generator generator) {
        Shape input = spec.signature().input();
        int width = input.size();
        float[] inputs = new float[samples * width];
        double[] targets = new double[samples];
        double[] row = new double[width];
        for (int i = 0; i < samples; i++) {
            targets[i] = generator.example(i, row);
            for (int j = 0; j < width; j++) {
                inputs[i * width + j] = (float) row[j];
            }
        }
        Dataset data = new Dataset(input, inputs, spec.signature().task(), rounded(targets));
        String digest = Sha256.digest().floats(data.inputs()).floats(data.targets()).hex();
        UnsplitData source =
                new UnsplitData(input, data.task(), targets, digest, examples -> data.select(examples).inputs());
        return Splits.of(source, null, spec, split);
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
