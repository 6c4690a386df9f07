package gridrun.data;

import gridrun.task.Dataset;
import gridrun.tensor.Shape;

/**
 * What a model and a plan need to know of data before they are loaded.
 *
 * @param input the shape of one example's input
 * @param task what is to be learnt
 * @param train the number of training examples, after the split; of several folds, in the first
 * @param validation the number of validation examples, 0 for none; of several folds, in the first
 * @param test the number of test examples, 0 for none
 */
public record Signature(Shape input, Dataset.Task task, int train, int validation, int test) {

    /** Whether examples are points in the plane, and the task is to tell classes apart. */
    public boolean isPlane() {
        return isPlane(task, input);
    }

    /** The same of data that are there. */
    public static boolean isPlane(Dataset.Task task, Shape input) {
        return task.isClassification() && input.equals(Shape.of(2));
    }

    /**
     * The signature where a part of {@code examples} is held out.
     *
     * @param spec says which share is for the test, and which of the rest for validation, or how many folds there are
     * @param further examples of a test part of its own
     */
    static Signature split(Shape input, Dataset.Task task, int examples, DatasetSpec spec, int further) {
        int tested = Stratified.count(examples, spec.testShare());
        int rest = examples - tested;
        int validation = spec.folds() > 0 ? (rest + spec.folds() - 1) / spec.folds()
                : Stratified.count(rest, spec.validation());
        return new Signature(input, task, rest - validation, validation, tested + further);
    }
}
