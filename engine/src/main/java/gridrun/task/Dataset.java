package gridrun.task;

import gridrun.tensor.Shape;
import java.util.Arrays;

/**
 * Examples in memory: inputs and targets, row by row in float32.
 *
 * <ul><li>inputs {@code [size, …input]}<li>targets {@code [size]}: the class as a whole number from 0, or
 * {@code [size, width]}: real values</ul>
 *
 * @param input the shape of one example's input, such as {@code [2]} or {@code [28, 28, 1]}
 * @param inputs all inputs, row-major; neither copied nor to be changed
 * @param task what the targets are
 * @param targets one class index an example, or {@link Task#width()} real values an example
 * @param scaling what became of real targets, so that metrics and predictions can be told in the unit of the data
 */
public record Dataset(Shape input, float[] inputs, Task task, float[] targets, Scaling scaling) {

    /** Examples whose targets are as they came. */
    public Dataset(Shape input, float[] inputs, Task task, float[] targets) {
        this(input, inputs, task, targets, Scaling.NONE);
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
        if (inputs.length % input.size() != 0) {
            throw new IllegalArgumentException(
                    inputs.length + " input values are no whole number of examples " + input);
        }
        if (targets.length != inputs.length / input.size() * task.width()) {
            throw new IllegalArgumentException("%d targets do not match %d examples"
                    .formatted(targets.length, inputs.length / input.size()));
        }
    }

    /** The number of examples. */
    public int size() {
        return inputs.length / input.size();
    }

    /** The class of an example. */
    public int label(int example) {
        return (int) targets[example];
    }

    /** The examples at these indices, in their order, as a copy. */
    public Dataset select(int... examples) {
        int in = input.size();
        int out = task.width();
        float[] chosenInputs = new float[examples.length * in];
        float[] chosenTargets = new float[examples.length * out];
        for (int i = 0; i < examples.length; i++) {
            System.arraycopy(inputs, examples[i] * in, chosenInputs, i * in, in);
            System.arraycopy(targets, examples[i] * out, chosenTargets, i * out, out);
        }
        return new Dataset(input, chosenInputs, task, chosenTargets, scaling);
    }

    /** The first {@code limit} examples, or all where there are fewer. */
    public Dataset first(int limit) {
        return limit >= size() ? this
                : new Dataset(input, Arrays.copyOf(inputs, limit * input.size()), task,
                        Arrays.copyOf(targets, limit * task.width()), scaling);
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
