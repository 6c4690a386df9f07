package gridrun.graph;

import gridrun.tensor.Tensor;

/**
 * A recurrent layer's way over a sequence.
 *
 * @param layer the layer's name, as in {@code lstm_1}
 * @param backwards whether the last step of the sequence is read first
 */
public record Passage(String layer, Recurrence recurrence, boolean backwards) {

    /** How many steps the sequence has. */
    public int steps() {
        return recurrence.steps();
    }

    /**
     * {@link Recurrence#stateGradient} of a step, from 0, in the order of time of the sequence, whichever way it is
     * read. [batch, units]; after a backward pass.
     */
    public Tensor stateGradient(int step) {
        return recurrence.stateGradient(backwards ? steps() - 1 - step : step);
    }
}
