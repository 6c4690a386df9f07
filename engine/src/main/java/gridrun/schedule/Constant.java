package gridrun.schedule;

/**
 * The learning rate as it is, all the time.
 *
 * <p>Example: {@code train: {schedule: constant, warmup: 2}}
 */
public record Constant() implements Schedule {

    @Override
    public Course begin(int epochs) {
        return progress -> 1;
    }
}
