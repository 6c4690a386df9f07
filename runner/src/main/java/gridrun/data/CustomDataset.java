package gridrun.data;

import gridrun.component.Check;
import gridrun.component.Version;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.stream.IntStream;

/**
 * A data set of somebody else's: a record with a {@link Version}, known to experiment files by its class,
 * {@code type: com.example.MyData}. Its components are settings.
 *
 * <p>The record says what the examples look like, and makes them all. They are split as those of every other data set:
 * {@link #validation}, {@link #folds} and {@link #testShare} say how, and may be components. The same stream has to
 * give the same examples, to the bit.
 */
public non-sealed interface CustomDataset extends DatasetSpec {

    /** The shape of one example's input. */
    Shape input();

    /** What is to be learnt. */
    Task task();

    /** How many examples there are, before they are split. */
    int size();

    /**
     * Makes all examples.
     *
     * @param random the only source of chance; its seed is {@link #seed}, or the run's where that is null
     */
    Dataset examples(Rng random);

    @Override
    default double validation() {
        return 0.2;
    }

    @Override
    default int folds() {
        return 0;
    }

    /** @throws Check.Invalid if a bound is not kept; what Gridrun's own data sets check when they are made */
    @Override
    default Signature signature() {
        Partition.check(validation(), folds());
        Check.fraction("testShare", testShare());
        Check.that(size() > 0, "size", size(), "a positive whole number");
        return Signature.split(input(), task(), size(), this, 0);
    }

    @Override
    default boolean standardizesTargetsUsually() {
        return standardizesTargets();
    }

    @Override
    default String fingerprint() {
        return getClass().getName() + " " + getClass().getAnnotation(Version.class).value();
    }

    @Override
    default Splits load(DataDirectory directory, DataStreams draw) throws DataUnavailable {
        Dataset all = made(draw.data());
        double[] targets = IntStream.range(0, all.targets().length).mapToDouble(i -> all.targets()[i]).toArray();
        String digest = Sha256.digest().floats(all.inputs()).floats(all.targets()).hex();
        return Splits.of(new UnsplitData(input(), task(), targets, digest, examples -> all.select(examples).stored()),
                null, this, draw);
    }

    private Dataset made(Rng random) throws DataUnavailable {
        Dataset all;
        try {
            all = examples(random);
        } catch (RuntimeException e) {
            throw new DataUnavailable("%s fails: %s at %s".formatted(getClass().getName(), e, e.getStackTrace()[0]), e);
        }
        String wrong = all == null ? "makes no examples: null" : wrong(all);
        if (wrong != null) {
            throw new DataUnavailable(getClass().getName() + " " + wrong);
        }
        return all;
    }

    /** What is not as the record says; null where all is. */
    private String wrong(Dataset all) {
        if (!all.input().equals(input()) || !all.task().equals(task()) || all.size() != size()) {
            return "makes %d examples %s of %s, and says %d examples %s of %s".formatted(all.size(), all.input(),
                    all.task(), size(), input(), task());
        }
        float[] inputs = all.inputs();
        for (int i = 0; i < inputs.length; i++) {
            if (!Float.isFinite(inputs[i])) {
                return "makes example %d with the input %s".formatted(i / input().size(), inputs[i]);
            }
        }
        for (int i = 0; i < all.targets().length; i++) {
            float target = all.targets()[i];
            boolean isRight = !task().isClassification() ? Float.isFinite(target)
                    : target >= 0 && target < task().classes() && target == (int) target;
            if (!isRight) {
                return "makes example %d with the target %s".formatted(i / task().width(), target);
            }
        }
        return null;
    }
}
