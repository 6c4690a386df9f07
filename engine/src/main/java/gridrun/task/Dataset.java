package gridrun.task;

import gridrun.tensor.Shape;
import java.util.stream.IntStream;

/**
 * Examples in memory: inputs and targets, row by row.
 *
 * <ul><li>inputs {@code [size, …input]}<li>targets {@code [size]}: the class as a whole number from 0, or
 * {@code [size, width]}: real values</ul>
 *
 * @param input the shape of one example's input, such as {@code [2]} or {@code [28, 28, 1]}
 * @param stored all inputs, as they lie in memory
 * @param task what the targets are
 * @param targets one class index an example, or {@link Task#width()} real values an example
 * @param scaling what became of real targets, so that metrics and predictions can be told in the unit of the data
 */
public record Dataset(Shape input, Inputs stored, Task task, float[] targets, Scaling scaling) {

    /** Examples whose targets are as they came; their inputs are neither copied nor to be changed. */
    public Dataset(Shape input, float[] inputs, Task task, float[] targets) {
        this(input, inputs, task, targets, Scaling.NONE);
    }

    /** Examples with inputs in float32, row-major, which are neither copied nor to be changed. */
    public Dataset(Shape input, float[] inputs, Task task, float[] targets, Scaling scaling) {
        this(input, new Inputs.Numbers(inputs), task, targets, scaling);
    }

    /**
     * What is to be learnt.
     *
     * @param classes the number of classes, or 0 where the target is real
     * @param width the numbers in one target: 1 for a class
     */
    public record Task(int classes, int width) {

        /** One of so many classes. */
        public static Task classification(int classes) {
            if (classes < 2) {
                throw new IllegalArgumentException(classes + " classes are too few to tell apart");
            }
            return new Task(classes, 1);
        }

        /** A real target of so many numbers. */
        public static Task regression(int width) {
            return new Task(0, width);
        }

        public boolean isClassification() {
            return classes > 0;
        }
    }

    /** A network cannot read the inputs: they are no ids of its embedding, say. */
    public static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        public Unreadable(String message) {
            super(message);
        }
    }

    public Dataset {
        if (stored.size() % input.size() != 0) {
            throw new IllegalArgumentException(
                    stored.size() + " input values are no whole number of examples " + input);
        }
        if (targets.length != stored.size() / input.size() * task.width()) {
            throw new IllegalArgumentException("%d targets do not match %d examples"
                    .formatted(targets.length, stored.size() / input.size()));
        }
    }

    /** The number of examples. */
    public int size() {
        return stored.size() / input.size();
    }

    /** All inputs as numbers, row-major; not to be changed. Where they are stored as bytes, an array is made. */
    public float[] inputs() {
        return stored.numbers();
    }

    /** The inputs of one example, as a copy. */
    public float[] inputs(int example) {
        return stored.row(example, input.size());
    }

    /** The class of an example. */
    public int label(int example) {
        return (int) targets[example];
    }

    /** The examples at these indices, in their order. */
    public Dataset select(int... examples) {
        int width = task.width();
        float[] chosen = new float[examples.length * width];
        for (int i = 0; i < examples.length; i++) {
            System.arraycopy(targets, examples[i] * width, chosen, i * width, width);
        }
        return new Dataset(input, stored.select(input.size(), examples), task, chosen, scaling);
    }

    /** The first {@code limit} examples, or all where there are fewer. */
    public Dataset first(int limit) {
        return limit >= size() ? this : select(IntStream.range(0, limit).toArray());
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

    @Override
    public String toString() {
        return "%d examples %s".formatted(size(), input);
    }
}
