package gridrun.dsl;

import gridrun.dsl.phrase.Key;
import gridrun.dsl.phrase.Setting;
import gridrun.dsl.words.ComponentWords;
import gridrun.dsl.words.Range;

/**
 * All words of the DSL, to be imported at once: {@code import static gridrun.dsl.Words.*;}
 *
 * <p>Components and the names of settings are inherited, and generated from the records that files become.
 */
public final class Words extends ComponentWords {

    /** The case, by its name: the axis of {@link Experiment#inCase}. */
    public static final Key<String> CASE = new Key<>("case", "case");

    private Words() {
    }

    /**
     * An experiment of which nothing else is said yet.
     *
     * @param name also a directory's name and the MLflow experiment's
     */
    public static Experiment experiment(String name) {
        return Experiment.named(name);
    }

    /** A setting with a value. */
    public static <T> Setting set(Key<T> key, T value) {
        return Setting.of(key, value);
    }

    /** A setting without what was said of it: its default holds. */
    public static Setting without(Key<?> key) {
        return Setting.of(key, null);
    }

    /** A setting that takes these values in turn. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Setting over(Key<T> key, T... values) {
        return Setting.of(key, values);
    }

    /** A setting that takes evenly spaced values in turn. */
    public static Setting over(Key<?> key, Range values) {
        return Setting.of(key, values);
    }

    /** Where a setting has one of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Setting where(Key<T> key, T... values) {
        return Setting.of(key, values.length == 1 ? values[0] : (Object) values);
    }

    /** So many seeds, for smoke runs. */
    public static Setting seeds(int count) {
        return Setting.of("seeds", count);
    }

    /**
     * A setting by its full name, also one inside a list: {@code at("model.layers.1.repeat.count")}.
     *
     * <p>Its values have no type in Java. Whether they are right shows when the experiment is planned.
     */
    public static Key<Object> at(String name) {
        return new Key<>(name, name);
    }
}
