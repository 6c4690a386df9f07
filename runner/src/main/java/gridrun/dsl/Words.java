package gridrun.dsl;

import gridrun.data.CustomDataset;
import gridrun.data.GivenData;
import gridrun.dsl.phrase.Key;
import gridrun.dsl.phrase.Setting;
import gridrun.dsl.words.ComponentWords;
import gridrun.dsl.words.DatasetSpec;
import gridrun.dsl.words.InMemory;
import gridrun.dsl.words.Layer;
import gridrun.dsl.words.Range;
import gridrun.nn.CustomLayer;
import java.util.Arrays;

/**
 * All words of the DSL, to be imported at once: {@code import static gridrun.dsl.Words.*;}
 *
 * <p>Components are in {@link ComponentWords}, and the names of settings in
 * {@link gridrun.dsl.words.SettingNames SettingNames}. They are generated from the records that files become.
 */
public final class Words extends ComponentWords {

    /** The case, by its name: the axis of {@link Experiment#inCase inCase}. */
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

    /**
     * Arrays of a program's own, as data to learn classes of.
     *
     * <p>Values are copied, and stay in memory while the program runs. Equal content has the same identity.
     *
     * @param features {@code [examples][features]}
     * @param classes one an example, whatever whole numbers they are
     */
    public static InMemory inMemory(double[][] features, int[] classes) {
        return inMemory(GivenData.arrays(features, Arrays.stream(classes).boxed().toList()));
    }

    /** Arrays of a program's own, as {@link #inMemory(double[][], int[])}. */
    public static InMemory inMemory(float[][] features, int[] classes) {
        return inMemory(GivenData.arrays(features, Arrays.stream(classes).boxed().toList()));
    }

    /**
     * Arrays of a program's own, as data to learn classes of.
     *
     * @param features {@code [examples][features]}
     * @param classes one an example, by name
     */
    public static InMemory inMemory(double[][] features, String[] classes) {
        return inMemory(GivenData.arrays(features, Arrays.asList(classes)));
    }

    /** Arrays of a program's own, as {@link #inMemory(double[][], String[])}. */
    public static InMemory inMemory(float[][] features, String[] classes) {
        return inMemory(GivenData.arrays(features, Arrays.asList(classes)));
    }

    /**
     * Arrays of a program's own, as data to learn real values of.
     *
     * @param features {@code [examples][features]}
     * @param targets one an example
     */
    public static InMemory inMemory(double[][] features, double[] targets) {
        return inMemory(GivenData.arrays(features, Arrays.stream(targets).boxed().toList()));
    }

    /** Arrays of a program's own, as {@link #inMemory(double[][], double[])}. */
    public static InMemory inMemory(float[][] features, double[] targets) {
        return inMemory(GivenData.arrays(features, Arrays.stream(targets).boxed().toList()));
    }

    /**
     * Rows of a program's own: records, or maps from names to values.
     *
     * <p>Columns of numbers are scaled, all others are categories. Values are copied, and stay in memory while the
     * program runs. Equal content has the same identity.
     *
     * @param target the column to learn: real values if they are Double or Float, else classes
     */
    public static InMemory inMemory(Iterable<?> rows, String target) {
        return inMemory(GivenData.rows(rows, target));
    }

    /**
     * A layer of a program's own.
     *
     * @param layer a record with a {@link gridrun.component.Version}, whose components are its settings
     */
    public static Layer custom(CustomLayer layer) {
        return Custom.of(layer);
    }

    /**
     * A data set of a program's own.
     *
     * @param data a record with a {@link gridrun.component.Version}, whose components are its settings
     */
    public static DatasetSpec custom(CustomDataset data) {
        return Custom.of(data);
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
