package gridrun.data;

import gridrun.metric.DataPart;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Data ready for training, shared between runs and never changed.
 *
 * @param train what is learnt from
 * @param validation what is looked at after every epoch, or null
 * @param test what is looked at once, at the end, or null
 */
public record Splits(Part train, Part validation, Part test) {

    /**
     * One part of a data set.
     *
     * @param role "train", "validation" or "test"
     * @param data the examples
     * @param digest identifies the content: 32 hexadecimal digits
     */
    public record Part(String role, Dataset data, String digest) {

        private static final int DIGEST_LENGTH = 32;

        private static Part of(String role, UnsplitData source, int[] examples, Scaling scale) {
            Sha256 digest = Sha256.digest().text(source.digest()).ints(examples);
            if (!scale.equals(Scaling.NONE)) {
                digest.text("%016x %016x".formatted(Double.doubleToLongBits(scale.center()),
                        Double.doubleToLongBits(scale.scale())));
            }
            return new Part(role, source.select(examples, scale), digest.hex().substring(0, DIGEST_LENGTH));
        }

        /** What stands before the names of its metrics: nothing, {@code val_} or {@code test_}. */
        public String prefix() {
            DataPart part = role.equals("train") ? DataPart.TRAINING
                    : role.equals("test") ? DataPart.TEST : DataPart.VALIDATION;
            return part.prefix();
        }

        /** Types and shapes as JSON, in the form of MLflow's tensor data sets. */
        public String schema() {
            String features = tensor(data.input().batched(1).toArray());
            String targets = tensor(data.task().width() == 1 ? new int[] {1} : new int[] {1, data.task().width()});
            return "{\"mlflow_tensorspec\": {\"features\": \"%s\", \"targets\": \"%s\"}}".formatted(features, targets);
        }

        /** One tensor's specification: JSON that stands within a JSON string, which is MLflow's way. */
        private static String tensor(int[] shape) {
            shape[0] = -1;
            return "[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float32\", \"shape\": %s}}]"
                    .formatted(Arrays.toString(shape)).replace("\"", "\\\"");
        }

        /** Figures as JSON: the number of examples, the shape of one, the number of classes where there are any. */
        public String profile() {
            String classes = data.task().isClassification() ? ", \"classes\": " + data.task().classes() : "";
            return "{\"num_rows\": %d, \"input_shape\": %s%s}".formatted(data.size(), data.input(), classes);
        }
    }

    /**
     * Splits a source; the validation part is stratified for classes, and real targets get their scale from the
     * training part alone.
     *
     * @param test the test part's source, or null
     * @param spec says the validation part's share, and whether real targets are standardized
     * @param random the stream that picks
     */
    static Splits of(UnsplitData source, UnsplitData test, DatasetSpec spec, Rng random) {
        return of(source, test, Partition.of(source.groups(), spec.validation(), random), spec);
    }

    /**
     * The parts of a source.
     *
     * @param test the test part's source, or null
     * @param spec says whether real targets are standardized
     */
    static Splits of(UnsplitData source, UnsplitData test, Partition partition, DatasetSpec spec) {
        int[] held = partition.validation();
        Scaling scale = !source.task().isClassification() && spec.standardizesTargets()
                ? source.scale(partition.train()) : Scaling.NONE;
        return new Splits(
                Part.of("train", source, partition.train(), scale),
                held.length == 0 ? null : Part.of("validation", source, held, scale),
                test == null ? null : Part.of("test", test, IntStream.range(0, test.size()).toArray(), scale));
    }

    /** The parts there are, in the order train, validation, test. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(train));
        if (validation != null) {
            parts.add(validation);
        }
        if (test != null) {
            parts.add(test);
        }
        return parts;
    }
}
