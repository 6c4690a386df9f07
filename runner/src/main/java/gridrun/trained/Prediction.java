package gridrun.trained;

import java.util.Arrays;
import java.util.List;

/** What a model says of one row: a class with the figures of all, or real values. */
public final class Prediction {

    private final List<String> classes;
    private final double[] figures;

    /**
     * @param classes what they are called; empty where values are real
     * @param figures one a class, or the values
     */
    Prediction(List<String> classes, double[] figures) {
        this.classes = classes;
        this.figures = figures;
    }

    /**
     * The likeliest class, by its name; the first of equal ones.
     *
     * @throws IllegalStateException if the model gives values
     */
    public String label() {
        return classes.get(number());
    }

    /**
     * The likeliest class, by its number from 0.
     *
     * @throws IllegalStateException if the model gives values
     */
    public int number() {
        if (classes.isEmpty()) {
            throw new IllegalStateException("the model predicts values, and no classes: ask for value()");
        }
        int best = 0;
        for (int c = 1; c < figures.length; c++) {
            best = figures[c] > figures[best] ? c : best;
        }
        return best;
    }

    /**
     * The probability of each class, in the order of {@link Model#classes}. Of a model whose loss knows no
     * probabilities (hinge) these are margins: the likelier a class, the larger its own.
     *
     * @throws IllegalStateException if the model gives values
     */
    public double[] probabilities() {
        number();
        return figures.clone();
    }

    /**
     * The probability of a class.
     *
     * @throws IllegalStateException if the model gives values
     * @throws IllegalArgumentException if there is no such class
     */
    public double probability(String label) {
        number();
        int at = classes.indexOf(label);
        if (at < 0) {
            throw new IllegalArgumentException("'%s' is none of the classes %s".formatted(label, classes));
        }
        return figures[at];
    }

    /**
     * The value, in the unit of the data.
     *
     * @throws IllegalStateException if the model gives classes, or several values
     */
    public double value() {
        if (!classes.isEmpty() || figures.length > 1) {
            throw new IllegalStateException(classes.isEmpty()
                    ? "the model predicts %d values a row: ask for values()".formatted(figures.length)
                    : "the model predicts classes, and no value: ask for label()");
        }
        return figures[0];
    }

    /**
     * The values, in the unit of the data.
     *
     * @throws IllegalStateException if the model gives classes
     */
    public double[] values() {
        if (!classes.isEmpty()) {
            throw new IllegalStateException("the model predicts classes, and no values: ask for label()");
        }
        return figures.clone();
    }

    @Override
    public String toString() {
        return classes.isEmpty() ? Arrays.toString(figures)
                : label() + " of " + classes + " " + Arrays.toString(figures);
    }
}
