package gridrun.data;

import gridrun.task.Dataset;
import gridrun.tensor.Shape;

/**
 * What a model and a plan need to know of data before they are loaded.
 *
 * @param input the shape of one example's input
 * @param task what is to be learnt
 * @param train the number of training examples, after the split
 * @param validation the number of validation examples, 0 for none
 * @param test the number of test examples, 0 for none
 */
public record Signature(Shape input, Dataset.Task task, int train, int validation, int test) {

    /** The signature where {@code share} of {@code examples} is held out for validation. */
    static Signature split(Shape input, Dataset.Task task, int examples, double share, int test) {
        int validation = Stratified.count(examples, share);
        return new Signature(input, task, examples - validation, validation, test);
    }
}
