package gridrun.tracking;

/**
 * Something that MLflow does not have as the store has it.
 *
 * @param run the run's name
 * @param what such as {@code metric val_loss: 199 of 200 values}
 */
public record Difference(String run, String what) {

    @Override
    public String toString() {
        return run + ": " + what;
    }
}
