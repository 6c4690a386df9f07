package gridrun.tracking;

/**
 * Something that MLflow does not have as the store has it.
 *
 * @param entry the store's entry
 * @param run the run's name
 * @param what such as {@code metric val_loss: 199 of 200 values}
 * @param remedy what mends it
 */
public record RemoteDifference(long entry, String run, String what, Remedy remedy) {

    /** What mends a difference. */
    public enum Remedy {
        /** To send everything again. */
        RESEND,
        /** Another run: MLflow neither changes a param nor takes a value of a metric back. */
        REPLACE,
        /** Nothing: a person has done it. */
        NONE
    }

    @Override
    public String toString() {
        return run + ": " + what;
    }
}
