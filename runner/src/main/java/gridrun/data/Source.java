package gridrun.data;

import gridrun.tensor.Shape;
import gridrun.train.Dataset;
import java.util.function.Function;

/**
 * Examples before they are split: what the split must know of them, and how a choice becomes a data set.
 *
 * @param targets one class or {@link Dataset.Task#width()} real values an example
 * @param digest identifies the content
 * @param select the chosen examples, copied
 */
record Source(Shape input, Dataset.Task task, float[] targets, String digest, Function<int[], Dataset> select) {

    /** The examples of a data set in memory. */
    static Source of(Dataset data) {
        String digest = Sha256.digest().floats(data.inputs()).floats(data.targets()).hex();
        return new Source(data.input(), data.task(), data.targets(), digest, data::select);
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
}
