package gridrun.data;

import gridrun.task.Dataset;
import gridrun.task.Inputs;
import gridrun.task.Scaling;
import gridrun.tensor.Shape;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Examples before they are split: what the split must know of them, and how a choice becomes a data set.
 *
 * @param targets one class or {@link Dataset.Task#width()} real values an example, as the data have them
 * @param digest identifies the content
 * @param usual the digest that they would have in the usual preparation
 * @param inputs those of the chosen examples
 */
record UnsplitData(Shape input, Dataset.Task task, double[] targets, String digest, String usual,
        Function<int[], Inputs> inputs) {

    /** Examples of which nothing is prepared in one way or another. */
    UnsplitData(Shape input, Dataset.Task task, double[] targets, String digest, Function<int[], Inputs> inputs) {
        this(input, task, targets, digest, digest, inputs);
    }

    int size() {
        return targets.length / task.width();
    }

    /** The group of each example that a stratified choice keeps in proportion: its class, or one group for all. */
    int[] groups() {
        int[] groups = new int[size()];
        if (task.isClassification()) {
            for (int i = 0; i < groups.length; i++) {
                groups[i] = (int) targets[i];
            }
        }
        return groups;
    }

    /** The scale on which real targets of the chosen examples have mean 0 and deviation 1, all their numbers alike. */
    Scaling scale(int[] examples) {
        int width = task.width();
        return Scaling.standard(IntStream.of(examples)
                .flatMap(example -> IntStream.range(example * width, (example + 1) * width))
                .mapToDouble(i -> targets[i]).toArray());
    }

    /** The chosen examples, with their targets on a scale. */
    Dataset select(int[] examples, Scaling scale) {
        int width = task.width();
        float[] chosen = new float[examples.length * width];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (float) scale.scaled(targets[examples[i / width] * width + i % width]);
        }
        return new Dataset(input, inputs.apply(examples), task, chosen, scale);
    }

    /** The same examples with inputs of their own. */
    UnsplitData with(Function<int[], float[]> others) {
        return new UnsplitData(input, task, targets, digest, usual, others.andThen(Inputs.Numbers::new));
    }

    /** All examples. */
    Dataset all(Scaling scale) {
        return select(IntStream.range(0, size()).toArray(), scale);
    }
}
