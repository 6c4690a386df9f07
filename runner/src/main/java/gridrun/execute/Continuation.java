package gridrun.execute;

/**
 * Where a run goes on from.
 *
 * @param epochs those behind it
 * @param steps those of the next epoch that are behind it, too
 * @param stepsAnEpoch all that an epoch has
 * @param extension whether it is the end of a run of fewer epochs
 */
public record Continuation(int epochs, int steps, int stepsAnEpoch, boolean extension) {

    /** As people read it: {@code continued from epoch 45}. */
    @Override
    public String toString() {
        if (steps > 0) {
            return "continued from epoch %d, step %d of %d".formatted(epochs + 1, steps, stepsAnEpoch);
        }
        return (extension ? "continued from the run of %d epochs" : "continued from epoch %d").formatted(epochs);
    }
}
