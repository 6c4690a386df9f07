package gridrun.dsl.phrase;

import java.util.Objects;

/**
 * The name of a setting that can vary, with the type of its values.
 *
 * @param <T> what a value of it is in Java
 * @param name in full, {@code train.learning_rate}
 * @param label short where that is unique, {@code learning_rate}
 */
public record Key<T>(String name, String label) {

    public Key {
        Objects.requireNonNull(name, "the name of a setting is null");
    }

    @Override
    public String toString() {
        return label;
    }
}
