package gridrun.train;

import java.util.Locale;

/**
 * What can be observed of every layer, epoch by epoch, where {@code train.log} asks for it.
 *
 * <p>Activations are those after the epoch of one fixed sample of up to 256 training examples, drawn from the run's
 * seed, with nothing dropped.
 */
public enum Observation {

    /**
     * The Euclidean norm of the gradient of all the layer's parameters, penalty included, as the mean over the epoch's
     * batches. Below about 1e-18 it is coarse and at last 0, because float32 does not hold the squares.
     */
    GRADIENT_NORM,
    /**
     * The Euclidean norm of the objective's gradient with respect to a recurrent layer's hidden states of one time
     * step, those of all examples of a batch together, as the mean over the epoch's batches; a figure for each step. It
     * shows how far back a gradient reaches (Bengio et al., Learning long-term dependencies with gradient descent is
     * difficult, 1994). A step is counted from 1 in the order of the sequence, also where a layer reads it backwards.
     * Of an LSTM it is that of h without the cell. As coarse near 0 as the other.
     */
    GRADIENT_NORM_OVER_TIME,
    /** The mean of the layer's output over the sample's examples and the layer's units. */
    ACTIVATION_MEAN,
    /** The standard deviation of the layer's output over the sample's examples and the layer's units. */
    ACTIVATION_STD,
    /**
     * The share of units whose output is 0 for every example of the sample. Only a layer that ends in a ReLU has it: no
     * other activation stays at 0.
     */
    DEAD_UNITS,
    /**
     * How the layer's output over the sample's examples and the layer's units is spread: the share of the values in
     * each of 30 bins of equal width, from the least value to the greatest.
     */
    ACTIVATION_HISTOGRAM,
    /**
     * How the gradient of all the layer's parameters, penalty included, is spread in the epoch's first batch, in bins
     * as those of the activations.
     */
    GRADIENT_HISTOGRAM;

    /** The metric of one layer, as in {@code gradient_norm/dense_1}. */
    public String metric(String layer) {
        return word() + "/" + layer;
    }

    /** The metric of one time step of a layer, as in {@code gradient_norm_over_time/lstm_1/50}. */
    public String metric(String layer, int step) {
        return metric(layer) + "/" + step;
    }

    /** The name in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
