package gridrun.dsl.phrase;

/**
 * The name of a setting that can vary, with the type of its values.
 *
 * @param <T> what a value of it is in Java
 * @param name in full, {@code train.learning_rate}
 * @param label short where that is unique, {@code learning_rate}
 */
public record Key<T>(String name, String label) {

    @Override
    public String toString() {
        return label;
    }
}
