package gridrun.data;

import gridrun.metric.DataPart;
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
 * @param preparation what was fitted to the training part
 * @param fingerprint of the data of which these are parts, as {@link DatasetSpec#fingerprint} has it
 */
public record Splits(Part train, Part validation, Part test, Preparation preparation, String fingerprint) {

    /**
     * One part of a data set.
     *
     * @param role "train", "validation" or "test"
     * @param data the examples
     * @param digest identifies the content: 32 hexadecimal digits
     * @param examples identifies the examples, whatever is made of them: the digest they have in the usual preparation
     * @param numbers of the examples in the data before they were split, from 0; a test part of its own has its own
     */
    public record Part(String role, Dataset data, String digest, String examples, int[] numbers) {

        private static final int DIGEST_LENGTH = 32;

        private static Part of(String role, UnsplitData source, int[] examples, Scales scales) {
            String digest = digest(source.digest(), examples, scales.own());
            boolean isUsual = source.usual().equals(source.digest()) && scales.usual().equals(scales.own());
            return new Part(role, source.select(examples, scales.own()), digest,
                    isUsual ? digest : digest(source.usual(), examples, scales.usual()), examples);
        }

        private static String digest(String source, int[] examples, Scaling scale) {
            Sha256 digest = Sha256.digest().text(source).ints(examples);
            if (!scale.isNone()) {
                digest.text("%016x %016x".formatted(Double.doubleToLongBits(scale.center()),
                        Double.doubleToLongBits(scale.scale())));
            }
            return digest.hex().substring(0, DIGEST_LENGTH);
        }

        // Identity, not content: a record's equality over arrays would mislead.

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
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
            return "{\"mlflow_tensorspec\": {\"features\": \"" + features + "\", \"targets\": \"" + targets + "\"}}";
        }

        /** One tensor's specification: JSON that stands within a JSON string, which is MLflow's way. */
        private static String tensor(int[] shape) {
            shape[0] = -1;
            return ("[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float32\", \"shape\": "
                    + Arrays.toString(shape) + "}}]").replace("\"", "\\\"");
        }

        /** Figures as JSON: the number of examples, the shape of one, the number of classes where there are any. */
        public String profile() {
            String classes = data.task().isClassification() ? ", \"classes\": " + data.task().classes() : "";
            return "{\"num_rows\": " + data.size() + ", \"input_shape\": " + data.input() + classes + "}";
        }
    }

    /** What real targets are scaled by, and would be in the usual preparation. */
    private record Scales(Scaling own, Scaling usual) {

        private static Scales of(UnsplitData source, int[] training, Content content) {
            if (source.task().isClassification() || !content.standardizesTargets() && !content.usually()) {
                return new Scales(Scaling.NONE, Scaling.NONE);
            }
            Scaling standard = source.scale(training);
            return new Scales(content.standardizesTargets() ? standard : Scaling.NONE,
                    content.usually() ? standard : Scaling.NONE);
        }
    }

    /**
     * Splits a source; parts are stratified for classes, and real targets get their scale from the training part alone.
     *
     * @param further the source of a test part of its own, or null
     * @param spec says the shares, and whether real targets are standardized
     */
    static Splits of(UnsplitData source, UnsplitData further, DatasetSpec spec, DataStreams draw) {
        return of(source, further, Partition.of(source.groups(), spec, draw), spec);
    }

    /** The parts of a source that no file can change, as {@link #of(UnsplitData, UnsplitData, Partition, Content)}. */
    static Splits of(UnsplitData source, UnsplitData further, Partition partition, DatasetSpec spec) {
        return of(source, further, partition, Content.of(spec, spec.fingerprint(),
                source.task().isClassification() ? spec.classNames() : List.of()));
    }

    /**
     * What the parts of a source are told of their data. A file may be another by now, so that it is not asked of it.
     *
     * @param fingerprint of the data
     * @param classes what people call them; none where the target is real
     * @param standardizesTargets whether real targets are standardized
     * @param usually whether they would be, did no setting say otherwise
     */
    record Content(String fingerprint, List<String> classes, boolean standardizesTargets, boolean usually) {

        static Content of(DatasetSpec spec, String fingerprint, List<String> classes) {
            return new Content(fingerprint, classes, spec.standardizesTargets(), spec.standardizesTargetsUsually());
        }
    }

    /**
     * The parts of a source.
     *
     * @param further the source of a test part of its own, or null
     */
    static Splits of(UnsplitData source, UnsplitData further, Partition partition, Content content) {
        Scales scales = Scales.of(source, partition.train(), content);
        Part test = further == null ? part("test", source, partition.test(), scales)
                : Part.of("test", further, IntStream.range(0, further.size()).toArray(), scales);
        return new Splits(Part.of("train", source, partition.train(), scales),
                part("validation", source, partition.validation(), scales), test,
                Preparation.of(content.classes(), source.input(), source.task(), scales.own()), content.fingerprint());
    }

    /** The same with the columns that were fitted. */
    Splits prepared(String target, List<FittedColumn> columns) {
        return new Splits(train, validation, test, preparation.with(target, columns), fingerprint);
    }

    private static Part part(String role, UnsplitData source, int[] examples, Scales scales) {
        return examples.length == 0 ? null : Part.of(role, source, examples, scales);
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
