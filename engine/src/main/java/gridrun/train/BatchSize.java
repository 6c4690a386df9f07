package gridrun.train;

import gridrun.component.Matches;

/**
 * The examples of one step: a number, or {@code full} for the whole training part.
 *
 * @param examples the number; 0 for full
 */
@Matches("full")
public record BatchSize(int examples) {

    public BatchSize {
        if (examples < 0) {
            throw new IllegalArgumentException(examples + " is not a positive number of examples");
        }
    }

    /** Reads a whole number from 1, or {@code full}. */
    public static BatchSize parse(String text) {
        if (text.equals("full")) {
            return new BatchSize(0);
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a batch size; write a whole number from 1, or full");
        }
        return new BatchSize(Integer.parseInt(text));
    }

    /** The examples of one step where there are so many to train on. */
    public int of(int trainingExamples) {
        return examples == 0 ? trainingExamples : Math.min(examples, trainingExamples);
    }

    @Override
    public String toString() {
        return examples == 0 ? "full" : Integer.toString(examples);
    }
}
